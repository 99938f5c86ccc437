import { describe, expect, it } from 'vitest';
import { type PlacedCenters, plainKernels } from '../../src/index.ts';

const { nearestCenter, moveRows, seedingTrials } = plainKernels;

/** Centers 0, 2, 10 and 2 again on the line, about an origin of 100. */
const centers: PlacedCenters = {
  clusters: 4,
  dimension: 1,
  origin: Float64Array.of(100),
  values: Float64Array.of(0, 2, 10, 2),
};

/** What the margins for rounding take from gaps of this size. */
const MARGIN = 1e-13;

describe('nearestCenter', () => {
  it('finds the first of the nearest centers, and how much farther the next best is', () => {
    const rows = Float64Array.of(100, 99, 101, 102, 109, 1000);
    const found = nearestCenter(centers)(rows, Int32Array.of(0, 2, 3, 4));
    expect([...found.labels.subarray(0, 4)]).toEqual([0, 0, 1, 2]);
    // 1 lies halfway between 0 and 2; of the two centers at 2 the second is as near as the first.
    for (const [i, gap] of [2, 0, 0, 6].entries()) {
      expect(found.gaps[i]).toBeLessThan(gap);
      expect(found.gaps[i]).toBeGreaterThan(gap - MARGIN);
    }
  });

  it('finds no second center where there is one', () => {
    const one = { ...centers, clusters: 1, values: Float64Array.of(3) };
    const found = nearestCenter(one)(Float64Array.of(101), Int32Array.of(0));
    expect(found.labels[0]).toBe(0);
    expect(found.gaps[0]).toBeGreaterThan(1e153);
  });
});

describe('moveRows', () => {
  it('takes rows from one sum to another and keeps what rounding loses', () => {
    const sums = { sums: Float64Array.of(0, 2 ** 53), lost: Float64Array.of(0, 0) };
    const rows = Float64Array.of(1, 3, 7);
    const chosen = Int32Array.of(0, 2);
    moveRows(sums, {
      rows,
      origin: Float64Array.of(0),
      chosen,
      from: Int32Array.of(-1, 0),
      to: Int32Array.of(1, 1),
    });
    // 2^53 + 1 rounds to 2^53; 2^53 + 7 to 2^53 + 8.
    expect([...sums.sums]).toEqual([-7, 2 ** 53 + 8]);
    expect([...sums.lost]).toEqual([0, 0]);
  });

  it('comes back to where it was, to the last digit of twice the precision', () => {
    const sums = { sums: new Float64Array(1), lost: new Float64Array(1) };
    const rows = Float64Array.of(1e16, 0.1, 1);
    const moves = { rows, origin: Float64Array.of(0), chosen: Int32Array.of(0, 1, 2) };
    moveRows(sums, { ...moves, from: Int32Array.of(-1, -1, -1), to: Int32Array.of(0, 0, 0) });
    expect(sums.sums[0]! - 1e16 + sums.lost[0]!).toBeCloseTo(1.1, 15);
  });
});

describe('seedingTrials', () => {
  it('adds the smaller of the distance before and that to the candidate', () => {
    const rows = Float64Array.of(0, 100, 102, 109, 105);
    const { totals, distances } = seedingTrials(centers)(
      { rows, from: 1, to: 5 },
      Float64Array.of(0, 9, Infinity, 20, 1),
    );
    expect([...totals]).toEqual([0 + 4 + 20 + 1, 4 + 0 + 20 + 1, 9 + 64 + 1 + 1, 4 + 0 + 20 + 1]);
    expect([...distances.subarray(2 * 1024, 2 * 1024 + 4)]).toEqual([9, 64, 1, 1]);
  });
});
