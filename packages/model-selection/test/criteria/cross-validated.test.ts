import { fitMixture, type StructureLike } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import { crossValidate, crossValidated, cv } from '../../src/index.ts';
import { readDataset, readReference } from '../read-reference.ts';

interface Case {
  covariance: Extract<StructureLike, string>;
  foldOfRow: number[];
  perFold: number[];
}

const { columns, cases } = readReference<{ columns: string[]; cases: Case[] }>('cross-validation.json');
const { x } = readDataset('iris', columns);

/** Sums of 150 log-densities, which scikit-learn rounds to within 1e-13 each. */
const rounding = 1e-11;

describe('The cost is -2 times the log-density of all rows that scikit-learn held out', () => {
  test.each(cases)('for $covariance covariances', ({ covariance, foldOfRow, perFold }) => {
    const options = { components: 1, covariance, regularization: 0 };
    const sizes = perFold.map((_, fold) => foldOfRow.filter((label) => label === fold).length);
    const total = perFold.reduce((sum, mean, fold) => sum + mean * sizes[fold]!, 0);
    const criterion = crossValidated({ folds: foldOfRow });
    const cost = criterion.cost(fitMixture(x, options), { x, options });
    expect(Math.abs(cost / (-2 * total) - 1)).toBeLessThan(rounding);
  });
});

test('Every fit of one seed is judged by the same folds, five unless told.', () => {
  const options = { components: 2, covariance: 'tied', seed: 7 } as const;
  const fit = fitMixture(x, options);
  // From the parameters of the fit.
  const fromFit = { ...options, initial: fit.mixture };
  const { logLikelihood } = crossValidate(x, { ...fromFit, folds: 5 });
  expect(cv.cost(fit, { x, options })).toBe(-2 * logLikelihood);
  expect(crossValidated().cost(fit, { x, options })).toBe(-2 * logLikelihood);
  const { logLikelihood: ofThree } = crossValidate(x, { ...fromFit, folds: 3 });
  expect(crossValidated({ folds: 3 }).cost(fit, { x, options })).toBe(-2 * ofThree);
});

test('A fold that cannot be fitted makes the cost Infinity.', () => {
  const rows = [1, 2, 3, 4, 4, 4];
  const options = { components: 2, regularization: 0, initial: 'random' } as const;
  const fit = fitMixture([1, 2, 3, 4, 5, 6], { components: 2 });
  // Without the second fold there are three rows, all the same.
  const criterion = crossValidated({ folds: [1, 1, 1, 0, 0, 0] });
  expect(criterion.cost(fit, { x: rows, options })).toBe(Infinity);
});

test('What is wrong with the folds is not taken for a bad fit.', () => {
  const fit = fitMixture([1, 2, 3, 4], { components: 1 });
  const context = { x: [1, 2, 3, 4], options: { components: 1 } };
  expect(() => crossValidated({ folds: 9 }).cost(fit, context)).toThrow(
    new GaussmixError(
      'folds',
      'crossValidate: folds must be a whole number from 2 to the number of rows (4), got 9.',
    ),
  );
});

test('Without context there is nothing to validate.', () => {
  const fit = fitMixture([1, 2, 3, 4], { components: 1 });
  expect(() => cv.cost(fit)).toThrow(
    new GaussmixError(
      'context',
      'cv: cost must be told how the fit was made, got the fit alone. ' +
        'Try cv.cost(fit, { x, options }) with the rows and the options of the fit.',
    ),
  );
});
