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

  it('are refused where the sliders do not reach', () => {
    expect(isPlaneNormal([6, 0, 2, 1, 0])).toBe(false);
    expect(isPlaneNormal([0, -4, 2, 1, 0])).toBe(false);
    expect(isPlaneNormal([0, 0, 0.01, 1, 0])).toBe(false);
    expect(isPlaneNormal([0, 0, 2, 7, 0])).toBe(false);
  });

  it('can be read back when the covariance is at its limit, although an address keeps four digits', () => {
    // The limit is 0.98 times the root of 2.2, 1.453574...: rounded it would be 1.4536, which is beyond.
    const { covariance } = held({ xx: 2.2, xy: 6, yy: 1 });
    const list = numbersOf({ mean: { x: 0.123456, y: 0 }, covariance });
    expect(list).toEqual([0.1235, 0, 2.2, 1, 1.4535]);
    expect(isPlaneNormal(list)).toBe(true);
    expect(numbersOf(planeNormalOf([0, 0, 2.2, 1, -1.4536]))[4]).toBe(-1.4535);
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
