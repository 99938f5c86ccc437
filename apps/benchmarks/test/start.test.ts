import { createRandom } from '@gaussmix/random';
import { describe, expect, it } from 'vitest';
import { startOf } from '../src/data/start.ts';
import type { Truth } from '../src/data/truth.ts';

/** L L^T is [[4, 2], [2, 10]] for the first component, [[1, 0], [0, 4]] for the second; their average is known. */
const truth: Truth = {
  weights: Float64Array.of(0.25, 0.75),
  means: [Float64Array.of(0, 0), Float64Array.of(10, -10)],
  factors: [Float64Array.of(2, 0, 1, 3), Float64Array.of(1, 0, 0, 2)],
};

describe('a start', () => {
  it('has equal weights, and for all components the average covariance in the form of its family', () => {
    const start = (structure: Parameters<typeof startOf>[1]) => startOf(truth, structure, createRandom(1));
    expect([...start('full').weights]).toEqual([0.5, 0.5]);
    expect([...start('full').covariances]).toEqual([2.5, 1, 1, 7, 2.5, 1, 1, 7]);
    expect([...start('tied').covariances]).toEqual([2.5, 1, 1, 7]);
    expect([...start('diag').covariances]).toEqual([2.5, 7, 2.5, 7]);
    expect([...start('spherical').covariances]).toEqual([2.5, 2.5]);
  });

  it('has means half a standard deviation from the true ones, whatever the direction', () => {
    const { means } = startOf(truth, 'full', createRandom(2));
    const [x, y] = means;
    // L^-1 (x, y) of L = [[2, 0], [1, 3]].
    expect(Math.hypot(x! / 2, (y! - x! / 2) / 3)).toBeCloseTo(0.5, 14);
    expect(Math.hypot(means[2]! - 10, (means[3]! + 10) / 2)).toBeCloseTo(0.5, 14);
  });
});
