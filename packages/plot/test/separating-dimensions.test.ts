import { createMixture, mapMixture } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import { separatingDimensions } from '../src/separating-dimensions.ts';

// Two means that differ by 1, 4, 6 and 0, with variances 1, 64, 4 and 1: F = 1/4, 1/16, 9/4 and 0.
const mixture = createMixture({
  weights: [0.5, 0.5],
  means: [
    [0, 0, 0, 3],
    [1, 4, 6, 3],
  ],
  covariances: [1, 2].map(() => ({ form: 'diagonal' as const, variances: Float64Array.of(1, 64, 4, 1) })),
});

describe('separatingDimensions', () => {
  it('are the columns in which the means lie farthest apart for their spread, in the order of the data', () => {
    expect(separatingDimensions(mixture, 1)).toEqual([2]);
    expect(separatingDimensions(mixture, 2)).toEqual([0, 2]);
    expect(separatingDimensions(mixture, 3)).toEqual([0, 1, 2]);
  });

  it('are all columns when there are no more than asked for', () => {
    expect(separatingDimensions(mixture, 9)).toEqual([0, 1, 2, 3]);
  });

  it.each([1e-100, 1e100])('do not depend on the units, such as %d', (factor) => {
    const scaled = mapMixture(mixture, {
      origin: new Float64Array(4),
      map: { kind: 'scale', dimension: 4, factor },
    });
    expect(separatingDimensions(scaled, 2)).toEqual([0, 2]);
  });
});
