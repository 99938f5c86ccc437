import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import { crossValidate } from '../src/index.ts';
import { readDataset, readReference } from './read-reference.ts';

interface FoldCase {
  covariance: 'full' | 'tied' | 'diag' | 'spherical';
  foldOfRow: number[];
  perFold: number[];
  mean: number;
  standardError: number;
}

const { columns, cases } = readReference<{ columns: string[]; cases: FoldCase[] }>('cross-validation.json');
const { x: iris } = readDataset('iris', columns);

/** A closed form in two programs: a few hundred roundings, through a covariance of condition number 200. */
const agreement = 1e-12;

describe('With one component the held-out log-likelihoods are those of scikit-learn', () => {
  test.each(cases)('for covariance $covariance in $foldOfRow.length rows', (reference) => {
    const { covariance, foldOfRow } = reference;
    const options = { components: 1, covariance, folds: foldOfRow, regularization: 0 };
    const { perFold, mean, standardError } = crossValidate(iris, options);
    expect(perFold.length).toBe(reference.perFold.length);
    perFold.forEach((score, k) => {
      expect(Math.abs(score / reference.perFold[k]! - 1)).toBeLessThan(agreement);
    });
    expect(Math.abs(mean / reference.mean - 1)).toBeLessThan(agreement);
    // A difference of scores up to 300 times larger than itself keeps as many digits less.
    expect(Math.abs(standardError / reference.standardError - 1)).toBeLessThan(300 * agreement);
  });
});

test('By hand: 0 and 2 under the normal of 4 and 6, and the other way round.', () => {
  // The rows 4 and 6 have mean 5 and variance 1, so 0 and 2 have log-densities -(ln 2 pi + 25) / 2 and
  // -(ln 2 pi + 9) / 2, whose mean is -(ln 2 pi + 17) / 2; by symmetry so have 4 and 6 under 0 and 2.
  const { perFold, mean, standardError } = crossValidate([0, 4, 2, 6], {
    components: 1,
    folds: [0, 1, 0, 1],
  });
  const expected = -(Math.log(2 * Math.PI) + 17) / 2;
  for (const score of [...perFold, mean]) expect(Math.abs(score / expected - 1)).toBeLessThan(1e-14);
  expect(standardError).toBeLessThan(1e-14);
});

test('Five folds unless told otherwise; the same seed gives the same bits, another seed another split.', () => {
  const run = (seed?: number) =>
    crossValidate(iris, { components: 2, covariance: 'diag', restarts: 1, seed });
  expect(run().perFold).toHaveLength(5);
  expect(run(3)).toEqual(run(3));
  expect(run(3).perFold).not.toEqual(run(4).perFold);
});

test('A start by labels or responsibilities is cut down to the rows that are fitted.', () => {
  // Each start converges at once: the groups are far apart, and the M-step finds their means and variance.
  const x = [0, 2, 4, 100, 102, 104];
  const labels = [0, 0, 0, 1, 1, 1];
  const folds = [0, 1, 2, 0, 1, 2];
  const shared = { covariance: 'tied', folds } as const;
  const byLabels = crossValidate(x, { ...shared, initial: { labels } });
  const responsibilities = labels.map((label) => [1 - label, label]);
  expect(crossValidate(x, { ...shared, initial: { responsibilities } })).toEqual(byLabels);
  // Without 0 and 100, means are 3 and 103, the variance is 1: density 1/2 N(3; 0, 1). Likewise the other folds,
  // where without 2 the variance is 4, and 2 is a mean.
  const outer = -Math.log(2) - (Math.log(2 * Math.PI) + 9) / 2;
  const middle = -Math.log(2) - Math.log(2 * Math.PI * 4) / 2;
  [outer, middle, outer].forEach((expected, fold) => {
    expect(byLabels.perFold[fold]).toBeCloseTo(expected, 10);
  });
  expect(byLabels.logLikelihood).toBeCloseTo(2 * (outer + middle + outer), 10);
});

test('Held-out rows tell how many groups there are where the likelihood of the fitted rows cannot.', () => {
  const groups = Array.from({ length: 60 }, (_, i) => [10 * (i % 3) + ((i * 7) % 11) / 5, (i * i) % 13]);
  const held = [1, 2, 3].map((components) => crossValidate(groups, { components, covariance: 'diag' }).mean);
  expect(held[2]).toBeGreaterThan(held[1]!);
  expect(held[1]).toBeGreaterThan(held[0]!);
});

describe('Folds that cannot be are refused', () => {
  const refusing = (folds: number | number[]) =>
    expect(() => crossValidate([1, 2, 3, 4, 5, 6], { components: 1, folds }));

  test.each([1, 7, 2.5, Number.NaN])('%d folds of six rows', (folds) => {
    refusing(folds).toThrow(
      new GaussmixError(
        'folds',
        `crossValidate: folds must be a whole number from 2 to the number of rows (6), got ${folds}.`,
      ),
    );
  });

  test('folds for fewer rows', () => {
    refusing([0, 1, 0]).toThrow(
      new GaussmixError(
        'folds',
        'crossValidate: folds must give a fold to each of the 6 rows, got 3 of them. Try a number of folds.',
      ),
    );
  });

  test('one fold for all rows', () => {
    refusing([4, 4, 4, 4, 4, 4]).toThrow(
      new GaussmixError('folds', 'crossValidate: folds must part the rows, got fold 4 for all 6 of them.'),
    );
  });

  test.each([[3], [-1], [0.5]])('a fold numbered %d among three', (stray) => {
    refusing([0, 0, 1, 1, 1, stray]).toThrow(
      new GaussmixError(
        'folds',
        `crossValidate: the 3 folds must be numbered from 0 without a gap, got ${stray}.`,
      ),
    );
  });
});

test('A fit that fails says without which fold.', () => {
  const x = [
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 0],
    [5, 1],
    [6, 0],
  ];
  expect(() => crossValidate(x, { components: 1, covariance: 'diag', folds: [0, 0, 0, 0, 1, 1] })).toThrow(
    new GaussmixError(
      'constant-column',
      'crossValidate: without fold 2 of 2: fitMixture: every column must vary for covariance "diag", ' +
        'got column 2 that is 0 in every row. ' +
        'Leave the column out, or try covariance "spherical" or a positive regularization.',
    ),
  );
});
