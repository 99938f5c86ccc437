import { describe, expect, test } from 'vitest';
import { logLikelihood } from '../../src/conformance/log-likelihood.ts';
import { momentsFor } from '../../src/conformance/moments.ts';
import { covarianceFromDense } from '../../src/covariance-from.ts';
import { toDense } from '../../src/form-of.ts';
import { type StructureName, structuresByName } from '../../src/structures-by-name.ts';
import { readReference } from '../read-reference.ts';

/** What mclust makes of the scatters of a data set's classes. */
interface Estimate {
  readonly model: StructureName;
  /** K matrices. */
  readonly covariances: readonly (readonly (readonly number[])[])[];
  readonly covarianceParameters: number;
}

const { datasets } = readReference<{
  datasets: {
    readonly dataset: string;
    readonly dimension: number;
    readonly counts: readonly number[];
    readonly scatters: readonly (readonly (readonly number[])[])[];
    readonly estimates: readonly Estimate[];
  }[];
}>('mclust-mstep.json');

/**
 * mclust writes 15 digits, and its scatters, ours by R's means, carry the rounding of 145 terms; determinants and
 * eigenvectors of the diabetes scatters, whose axes are of lengths 1 to 30, lose another two.
 */
const DIGITS = 1e-12;

/** Loops: mclust stops its inner ones at a relative change of 1e-8 (1.5e-8), and may end in a poorer optimum. */
const iterative: readonly string[] = ['VEI', 'VEE', 'VEV', 'EVE', 'VVE'];

/** Rounding of the likelihood, in nats: 150 rows of some 10 nats each. */
const ROUNDING = 1e-11;

describe.each(datasets)('From the class labels of $dataset, one M-step', (one) => {
  const { dimension, counts, scatters, estimates } = one;
  const moments = {
    dimension,
    counts: Float64Array.from(counts),
    scatters: scatters.map((scatter) => Float64Array.from(scatter.flat())),
  };
  const covariancesOf = ({ model }: Estimate) => {
    const structure = structuresByName[model];
    return structure.estimate(momentsFor(structure, moments));
  };

  test.each(estimates)(
    'for $model has as many parameters as in mclust',
    ({ model, covarianceParameters }) => {
      const count = structuresByName[model].parameterCount(counts.length, dimension);
      expect(count).toBe(covarianceParameters);
    },
  );

  const closed = estimates.filter(({ model }) => !iterative.includes(model));
  test.each(closed)('for $model gives the covariances of mclust', (estimate) => {
    const covariances = covariancesOf(estimate).map(toDense);
    expect(covariances).toHaveLength(counts.length);
    for (const [k, expected] of estimate.covariances.entries()) {
      expect(difference(covariances[k]!, expected.flat())).toBeLessThan(DIGITS);
    }
  });

  const loops = estimates.filter(({ model }) => iterative.includes(model));
  test.each(loops)('for $model is at least as likely as in mclust', (estimate) => {
    const theirs = estimate.covariances.map((matrix) =>
      covarianceFromDense(Float64Array.from(matrix.flat()), dimension),
    );
    const rows = counts.reduce((sum, count) => sum + count, 0);
    const gain = logLikelihood(covariancesOf(estimate), moments) - logLikelihood(theirs, moments);
    expect(rows * gain).toBeGreaterThan(-ROUNDING);
  });
});

/** The largest difference of two matrices, as a share of the largest entry. */
function difference(actual: Float64Array, expected: readonly number[]): number {
  const size = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((entry, at) => Math.abs(actual[at]! - entry) / size));
}
