import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadApart } from '../src/spread-apart.ts';

const bounds = { room: 10, low: 0, high: 100 };

describe('spreadApart', () => {
  it('leaves alone what is far enough apart, in whatever order', () => {
    expect(spreadApart([80, 20, 35], bounds)).toEqual([80, 20, 35]);
  });

  it('moves neighbors by as little as can be: equally, about their mean', () => {
    expect(spreadApart([50, 50], bounds)).toEqual([45, 55]);
    // 30, 33, 39 less 0, 10, 20 are 30, 23, 19, whose mean is 24.
    expect(spreadApart([30, 33, 39], bounds)).toEqual([24, 34, 44]);
  });

  it('keeps within the bounds', () => {
    expect(spreadApart([-20, 2, 130], bounds)).toEqual([0, 10, 100]);
  });

  it('spaces evenly what has not room enough', () => {
    expect(spreadApart([5, 5, 5], { room: 10, low: 0, high: 12 })).toEqual([0, 6, 12]);
  });

  it('gives each its room, in order, whatever the places', () => {
    const place = fc.double({ min: -50, max: 150, noNaN: true });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 10 }), (places) => {
        const spread = spreadApart(places, bounds);
        const ranked = places.map((_, i) => i).sort((i, j) => places[i]! - places[j]! || i - j);
        ranked.forEach((i, rank) => {
          expect(spread[i]).toBeGreaterThanOrEqual(-1e-9);
          expect(spread[i]).toBeLessThanOrEqual(100 + 1e-9);
          // Roundings of sums of ten numbers below 200.
          if (rank > 0) expect(spread[i]! - spread[ranked[rank - 1]!]!).toBeGreaterThanOrEqual(10 - 1e-9);
        });
      }),
    );
  });
});
