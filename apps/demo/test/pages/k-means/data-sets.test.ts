import { describe, expect, it } from 'vitest';
import { dataNames, dataSets, shown } from '../../../src/pages/k-means/data-sets.ts';

describe.each(dataNames)('points of the kind "%s"', (name) => {
  const points = dataSets[name].make(2000, 4);

  it('are the same bits for the same seed, and others for another', () => {
    expect(dataSets[name].make(2000, 4)).toEqual(points);
    expect(dataSets[name].make(2000, 5).rows).not.toEqual(points.rows);
  });

  it('come from as many groups as it says', () => {
    expect(new Set(points.groups).size).toBe(dataSets[name].groups);
    expect(points.rows.rows).toBe(2000);
  });

  it('are nearly all within the picture', () => {
    const { data } = points.rows;
    const outside = Array.from({ length: 2000 }, (_, i) => i).filter(
      (i) =>
        data[2 * i] < shown.x[0] ||
        data[2 * i] > shown.x[1] ||
        data[2 * i + 1] < shown.y[0] ||
        data[2 * i + 1] > shown.y[1],
    );
    expect(outside.length).toBeLessThan(20);
  });
});

it('rings lie at their radii', () => {
  const { rows, groups } = dataSets.rings.make(500, 1);
  groups.forEach((group, i) => {
    const radius = Math.hypot(rows.data[2 * i], rows.data[2 * i + 1]);
    // Five standard deviations of 0.14.
    expect(Math.abs(radius - (group === 0 ? 1.6 : 3.2))).toBeLessThan(0.7);
  });
});
