import { createRandom } from '@gaussmix/random';
import fc from 'fast-check';

export interface Blobs {
  /** n x d numbers without ties. */
  rows: number[][];
  /** K rows, or points that may be far from all. */
  centers: number[][];
}

/** Some blobs of normal rows, and centers that may leave clusters without rows. */
export const blobs: fc.Arbitrary<Blobs> = fc
  .record({
    seed: fc.integer(),
    n: fc.integer({ min: 8, max: 60 }),
    d: fc.integer({ min: 1, max: 4 }),
    k: fc.integer({ min: 1, max: 8 }),
    spread: fc.constantFrom(0, 3, 100),
  })
  .map(({ seed, n, d, k, spread }) => {
    const random = createRandom(seed);
    const normals = () => Array.from({ length: d }, () => random.normal());
    const middles = Array.from({ length: 3 }, () => normals().map((value) => spread * value));
    const rows = Array.from({ length: n }, () => {
      const middle = middles[random.integer(3)]!;
      return normals().map((value, j) => value + middle[j]!);
    });
    return { rows, centers: Array.from({ length: k }, () => normals().map((value) => 2 * spread * value)) };
  });

/** The mean of rows, column by column, term by term. */
export function meanOf(rows: readonly (readonly number[])[]): number[] {
  return rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]! / rows.length, 0));
}

/** The squared distance between two rows. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, j) => sum + (value - b[j]!) ** 2, 0);
}
