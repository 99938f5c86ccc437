import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TreeSum } from '../../src/index.ts';

/** The sum of vectors of one number each, pushed in their order. */
function treeSum(values: readonly number[]): number {
  const tree = new TreeSum(1);
  for (const value of values) {
    const vector = tree.next();
    vector[0] = value;
    tree.push(vector);
  }
  return tree.finish()[0]!;
}

/** The tree by its definition: the left half is the largest power of two below the length. */
function byDefinition(values: readonly number[]): number {
  if (values.length === 1) return values[0]!;
  let half = 1;
  while (2 * half < values.length) half *= 2;
  return byDefinition(values.slice(0, half)) + byDefinition(values.slice(half));
}

describe('TreeSum', () => {
  it('adds five vectors as ((0 + 1) + (2 + 3)) + 4', () => {
    // Near 1e16 doubles are 2 apart, so 1 is lost where it meets 1e16: another order, another sum.
    const [a, b, c, d, e] = [1, 1e16, -1e16, 1, 1];
    expect(treeSum([a, b, c, d, e])).toBe(a + b + (c + d) + e);
    expect(a + b + (c + d) + e).toBe(1);
    expect(a + b + c + d + e).toBe(2);
    expect(a + (b + (c + (d + e)))).toBe(3);
  });

  it('adds in the order of its definition, whatever the number of vectors', () => {
    const value = fc.double({ min: -1e10, max: 1e10, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        expect(treeSum(values)).toBe(byDefinition(values));
      }),
      { numRuns: 500 },
    );
  });

  it.each(Array.from({ length: 41 }, (_, n) => n))('sums %i vectors of whole numbers exactly', (n) => {
    const tree = new TreeSum(3);
    for (let i = 0; i < n; i++) {
      const vector = tree.next();
      vector.set([1, i, i * i]);
      tree.push(vector);
    }
    expect([...tree.finish()]).toEqual([n, (n * n - n) / 2, (2 * n * n * n - 3 * n * n + n) / 6]);
  });

  it('sums nothing to zeros, and is empty after finish', () => {
    const tree = new TreeSum(2);
    expect([...tree.finish()]).toEqual([0, 0]);
    tree.push(Float64Array.of(1, 2));
    expect([...tree.finish()]).toEqual([1, 2]);
    expect([...tree.finish()]).toEqual([0, 0]);
  });

  it('hands out zeros, in vectors used again: as many as the tree is high, and two', () => {
    const tree = new TreeSum(1);
    const seen = new Set<Float64Array>();
    for (let i = 0; i < 1000; i++) {
      const vector = tree.next();
      expect([...vector]).toEqual([0]);
      vector[0] = 1;
      seen.add(vector);
      tree.push(vector);
    }
    expect([...tree.finish()]).toEqual([1000]);
    expect(seen.size).toBeLessThanOrEqual(Math.ceil(Math.log2(1000)) + 2);
  });

  it('never hands out a sum that it gave away', () => {
    const tree = new TreeSum(1);
    tree.push(Float64Array.of(1));
    tree.push(Float64Array.of(2));
    const sum = tree.finish();
    tree.push(tree.next().fill(5));
    tree.push(tree.next().fill(6));
    tree.finish();
    expect([...sum]).toEqual([3]);
  });
});
