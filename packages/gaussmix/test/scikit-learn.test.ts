import { describe, expect, test } from 'vitest';
import { GaussianMixture } from '../src/gaussian-mixture.ts';
import { readRows, readSklearnCases, type SklearnCase } from './read-reference.ts';

/** What two correct programs may differ by after 50 iterations in doubles: the bound of the issue. */
const agreement = 1e-9;

function expectClose(ours: ArrayLike<number>, theirs: ArrayLike<number>) {
  expect(ours.length).toBe(theirs.length);
  for (let i = 0; i < theirs.length; i++) {
    if (theirs[i] === 0) continue; // a posterior that scikit-learn lets underflow
    expect(Math.abs(ours[i]! / theirs[i]! - 1)).toBeLessThan(agreement);
  }
}

function identity(dimension: number, diagonal: (j: number) => number): number[][] {
  return Array.from({ length: dimension }, (_, j) =>
    Array.from({ length: dimension }, (_, i) => (i === j ? diagonal(j) : 0)),
  );
}

/** The covariances of a case as K matrices. */
function matricesOf({ components, columns, covarianceType, covariances }: SklearnCase): number[][][] {
  const each = Array.from({ length: components }, (_, k) => k);
  switch (covarianceType) {
    case 'full':
      return covariances as number[][][];
    case 'tied':
      return each.map(() => covariances as number[][]);
    case 'diag':
      return each.map((k) => identity(columns.length, (j) => (covariances as number[][])[k]![j]!));
    case 'spherical':
      return each.map((k) => identity(columns.length, () => (covariances as number[])[k]!));
  }
}

function fitLike(reference: SklearnCase): { gmm: GaussianMixture; x: number[][] } {
  const { components, covarianceType, start } = reference;
  const x = readRows(reference.dataset, reference.columns);
  const variances =
    covarianceType === 'spherical' ? () => start.sphericalVariance : (j: number) => start.variances[j]!;
  const gmm = new GaussianMixture({
    components,
    covarianceType,
    regularization: reference.regCovar,
    maxIterations: reference.iterations,
    tolerance: 0,
    initial: {
      weights: start.rows.map(() => 1 / components),
      means: start.rows.map((row) => x[row]!),
      covariances: start.rows.map(() => identity(reference.columns.length, variances)),
    },
  });
  return { gmm: gmm.fit(x), x };
}

describe('From the same start the class says what scikit-learn says', () => {
  test.each(readSklearnCases())(
    'for $dataset, $components x $covarianceType, $iterations iterations',
    (reference) => {
      const { gmm, x } = fitLike(reference);
      const first = x.slice(0, 5);
      expectClose(gmm.weights, reference.weights);
      expectClose(gmm.means.flat(), reference.means.flat());
      expectClose(gmm.covariances.flat(2), matricesOf(reference).flat(2));
      expectClose(gmm.predictProba(first).data, reference.posteriorsOfFirst5Rows.flat());
      expectClose(gmm.scoreSamples(first), reference.logDensityOfFirst5Rows);
      expectClose(
        [gmm.score(x), gmm.aic(x), gmm.bic(x)],
        [reference.meanLogLikelihood, reference.aic, reference.bic],
      );
      expectClose([gmm.lowerBound], [reference.meanLogLikelihood]);
      const labels = gmm.predict(x);
      const counts = reference.labelCounts.map((_, k) => labels.filter((label) => label === k).length);
      expect(counts).toEqual(reference.labelCounts);
      expect(gmm.iterations).toBe(reference.iterations);
    },
  );
});
