import { type Covariance, covarianceFromDense } from '@gaussmix/covariance';
import { describe, expect, it } from 'vitest';
import { createMixture, packMixture } from '../src/index.ts';

const identity: Covariance = { form: 'identity', dimension: 2, variance: 4 };
const diagonal: Covariance = { form: 'diagonal', variances: Float64Array.of(16, 0.25) };
/** L = [[2, 0], [1, 0.5]]. */
const dense = covarianceFromDense(Float64Array.of(4, 2, 2, 1.25), 2);

function packed(covariances: Covariance[]) {
  const weights = covariances.map(() => 1 / covariances.length);
  const means = covariances.map((_, k) => [k + 10, -k - 10]);
  return packMixture(createMixture({ weights, means, covariances, origin: [10, -10] }));
}

describe('packMixture', () => {
  it('keeps diagonals diagonal, as reciprocals of deviations', () => {
    const { packing, shared, factors, means } = packed([identity, diagonal]);
    expect({ packing, shared }).toEqual({ packing: 'diagonal', shared: false });
    expect([...factors]).toEqual([0.5, 0.5, 0.25, 2]);
    expect([...means].map((value) => value + 0)).toEqual([0, 0, 1, -1]);
  });

  it('packs triangles when one component needs one, with reciprocals on the diagonal', () => {
    const { packing, shared, factors } = packed([diagonal, dense]);
    expect({ packing, shared }).toEqual({ packing: 'triangular', shared: false });
    expect([...factors]).toEqual([0.25, 0, 2, 0.5, 1, 2]);
  });

  it('packs a shared covariance once, and an equal one that is another object twice', () => {
    const once = packed([dense, dense, dense]);
    expect([once.shared, ...once.factors]).toEqual([true, 0.5, 1, 2]);
    const twice = packed([dense, { ...dense }]);
    expect([twice.shared, ...twice.factors]).toEqual([false, 0.5, 1, 2, 0.5, 1, 2]);
    expect(packed([dense]).shared).toBe(false);
  });

  it('folds weights and determinants into constants, and a weight of 0 into -Infinity', () => {
    const mixture = createMixture({
      weights: [0, 1],
      means: [[0], [0]],
      covariances: [
        { form: 'identity', dimension: 1, variance: 1 },
        // The determinant that makes the normalizer 1, but for the rounding of 2 pi.
        { form: 'identity', dimension: 1, variance: 1 / (2 * Math.PI) },
      ],
    });
    const { constants, weights } = packMixture(mixture);
    expect([...weights]).toEqual([0, 1]);
    expect(constants[0]).toBe(-Infinity);
    expect(Math.abs(constants[1]!)).toBeLessThan(2 ** -51);
  });
});
