import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinningNote, thinRows } from '../src/thin-rows.ts';

const column = (values: ArrayLike<number>) => ({
  data: Float64Array.from(values),
  rows: values.length,
  columns: 1,
});

describe('thinRows', () => {
  it('keeps all rows when there are no more than the limit', () => {
    expect(thinRows(column([5, 1, 3]), 3)).toEqual(Int32Array.of(0, 1, 2));
  });

  it('keeps exactly as many different rows as it may, in order, with the extremes of each column', () => {
    const tables = fc
      .record({
        rows: fc.integer({ min: 10, max: 400 }),
        limit: fc.integer({ min: 5, max: 60 }),
        seed: fc.integer(),
      })
      .filter(({ rows, limit }) => rows > limit);
    fc.assert(
      fc.property(tables, ({ rows, limit, seed }) => {
        const data = Float64Array.from({ length: 2 * rows }, (_, i) => Math.sin(seed + i * i));
        const kept = Array.from(thinRows({ data, rows, columns: 2 }, limit));
        expect(kept.length).toBe(limit);
        expect(new Set(kept).size).toBe(limit);
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        for (const j of [0, 1]) {
          const values = Array.from({ length: rows }, (_, i) => data[2 * i + j]!);
          const seen = kept.map((i) => values[i]!);
          expect(Math.min(...seen)).toBe(Math.min(...values));
          expect(Math.max(...seen)).toBe(Math.max(...values));
        }
      }),
    );
  });

  it('keeps the proportions of data sorted by group', () => {
    const kept = thinRows(column(Array.from({ length: 10_000 }, (_, i) => (i < 3000 ? 0 : 1))), 1000);
    const first = kept.filter((row) => row < 3000).length;
    expect(Math.abs(first - 300)).toBeLessThanOrEqual(2);
  });

  it('does not alias with data that repeat with a period', () => {
    // One row in ten of 10,000, where every tenth row is special: an even stride would take all of them or none.
    const kept = thinRows(column(Array.from({ length: 10_000 }, (_, i) => i)), 1000);
    const special = kept.filter((row) => row % 10 === 0).length;
    expect(Math.abs(special - 100)).toBeLessThan(20);
  });
});

describe('thinningNote', () => {
  it('says how many are drawn, and nothing when all are', () => {
    expect(thinningNote(2000, 100_000)).toEqual([
      '2,000 of 100,000 points are drawn, the extremes among them.',
    ]);
    expect(thinningNote(7, 7)).toEqual([]);
  });
});
