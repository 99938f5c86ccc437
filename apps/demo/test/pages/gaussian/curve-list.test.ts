import { describe, expect, it } from 'vitest';
import { areBells, bellsOf, listOf, outlineOf } from '../../../src/pages/gaussian/curve-list.ts';

describe('curves of an address', () => {
  it('are means and sigmas by turns, there and back', () => {
    const list = [0, 1, 3, 0.6];
    expect(listOf([{ mean: 0.12345678, deviation: 1 }])).toEqual([0.1235, 1]);
    expect(bellsOf(list)).toEqual([
      { mean: 0, deviation: 1 },
      { mean: 3, deviation: 0.6 },
    ]);
    expect(listOf(bellsOf(list))).toEqual(list);
  });

  it('are refused where a sigma is missing, too small or too large, or there are too many', () => {
    expect(areBells([0, 1])).toBe(true);
    expect(areBells([])).toBe(false);
    expect(areBells([0, 1, 3])).toBe(false);
    expect(areBells([0, 0.1])).toBe(false);
    expect(areBells([0, 4.5])).toBe(false);
    expect(areBells([100, 1])).toBe(false);
    expect(areBells([0, 1, 0, 1, 0, 1, 0, 1, 0, 1])).toBe(false);
  });
});

describe('the outline of a curve', () => {
  it('has an area of one, by the trapezoid rule', () => {
    const outline = outlineOf({ mean: 1, deviation: 0.7 }, [-8, 10]);
    const step = outline[1].x - outline[0].x;
    const area = outline.reduce((sum, { y }) => sum + y * step, 0);
    // For a smooth curve that ends at zero the rule is exact to far below this.
    expect(area).toBeCloseTo(1, 12);
  });

  it('is highest at the mean: 1 over sigma times the root of two pi', () => {
    const heights = outlineOf({ mean: 2, deviation: 0.5 }, [0, 4]).map(({ y }) => y);
    expect(Math.max(...heights)).toBeCloseTo(1 / (0.5 * Math.sqrt(2 * Math.PI)), 14);
    expect(heights.indexOf(Math.max(...heights))).toBe(120);
  });
});
