import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, scoreSamples } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/mixtures/in-order.ts';

describe('a mixture in another order', () => {
  const mixture = createMixture({
    weights: [0.5, 0.3, 0.2],
    means: [[0], [1], [4]],
    covariances: [1, 2, 3].map((variance) => covarianceFromDense(Float64Array.of(variance), 1)),
  });

  it('has each component with all that belongs to it', () => {
    const turned = inOrder(mixture, [2, 0, 1]);
    expect([...turned.weights]).toEqual([0.2, 0.5, 0.3]);
    expect(turned.means.map(([x]) => x)).toEqual([4, 0, 1]);
    expect(turned.covariances).toEqual([2, 0, 1].map((k) => mixture.covariances[k]));
    expect(turned.offsets).toEqual([2, 0, 1].map((k) => mixture.offsets[k]));
  });

  it('has the same density', () => {
    const [before, after] = [mixture, inOrder(mixture, [1, 2, 0])].map((one) => scoreSamples(one, [0.7])[0]);
    expect(after).toBeCloseTo(before, 14);
  });
});
