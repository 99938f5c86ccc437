import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldOfRows } from '../src/fold-of-rows.ts';

const splits = fc
  .integer({ min: 2, max: 200 })
  .chain((n) => fc.record({ n: fc.constant(n), folds: fc.integer({ min: 2, max: n }), seed: fc.integer() }));

test('Every row has one fold, and the sizes of the folds differ by at most 1.', () => {
  fc.assert(
    fc.property(splits, ({ n, folds, seed }) => {
      const fold = Array.from(foldOfRows(n, { folds, seed }));
      const sizes = Array.from({ length: folds }, (_, k) => fold.filter((label) => label === k).length);
      expect(sizes.reduce((sum, size) => sum + size)).toBe(n);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test('The same seed deals the same folds, another seed others.', () => {
  const deal = (seed: number) => foldOfRows(100, { folds: 5, seed });
  expect(deal(1)).toEqual(deal(1));
  expect(deal(1)).not.toEqual(deal(2));
});
