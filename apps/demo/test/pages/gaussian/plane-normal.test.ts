import { toDense } from '@gaussmix/covariance';
import { describe, expect, it } from 'vitest';
import {
  held,
  isPlaneNormal,
  mixtureOf,
  numbersOf,
  planeNormalOf,
} from '../../../src/pages/gaussian/plane-normal.ts';

describe('a covariance that a visitor wishes', () => {
  it('is taken where it is one', () => {
    expect(held({ xx: 4, xy: -1.9, yy: 1 })).toEqual({
      covariance: { xx: 4, xy: -1.9, yy: 1 },
      wasHeld: false,
    });
  });

  it('is held at a correlation of 0.98, either way', () => {
    expect(held({ xx: 4, xy: 5, yy: 1 })).toEqual({ covariance: { xx: 4, xy: 1.96, yy: 1 }, wasHeld: true });
    expect(held({ xx: 1, xy: -5, yy: 9 }).covariance.xy).toBeCloseTo(-2.94, 15);
  });
});

describe('the five numbers of an address', () => {
  it('are mean, variances and covariance, there and back', () => {
    const list = [0.5, -1, 2, 1, 0.3];
    expect(planeNormalOf(list)).toEqual({ mean: { x: 0.5, y: -1 }, covariance: { xx: 2, xy: 0.3, yy: 1 } });
    expect(numbersOf(planeNormalOf(list))).toEqual(list);
  });

  it('are refused where they are no covariance', () => {
    expect(isPlaneNormal([0, 0, 2, 1, 0.3])).toBe(true);
    expect(isPlaneNormal([0, 0, 2, 1])).toBe(false);
    expect(isPlaneNormal([0, 0, 2, 1, 1.5])).toBe(false);
    expect(isPlaneNormal([0, 0, -2, 1, 0])).toBe(false);
  });

  it('make a mixture of one component', () => {
    const { weights, means, covariances } = mixtureOf(planeNormalOf([0.5, -1, 4, 1, 1]));
    expect([...weights]).toEqual([1]);
    expect([...means[0]]).toEqual([0.5, -1]);
    [4, 1, 1, 1].forEach((value, i) => {
      expect(toDense(covariances[0])[i]).toBeCloseTo(value, 14);
    });
  });
});
