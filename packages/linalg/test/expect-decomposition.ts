import { expect } from 'vitest';
import type { SymmetricEigen } from '../src/symmetric-eigen.ts';

const EPSILON = 2 ** -52;

/** Reflections, QL steps and plane rotations are orthogonal to rounding; some 10 of them touch each entry. */
export const rounding = 10 * EPSILON;

/** Demands numbers within a distance. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, bound: number): void {
  expect(actual.length).toBe(expected.length);
  for (let at = 0; at < expected.length; at++) {
    expect(Math.abs(actual[at]! - expected[at]!)).toBeLessThanOrEqual(bound);
  }
}

/** A V = V diag(values), V^T V = I, values fall, and the largest entry of each vector is positive. */
export function expectDecomposition(a: Float64Array, d: number, { values, vectors }: SymmetricEigen): void {
  const size = a.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
  const column = (j: number): number[] => Array.from({ length: d }, (_, i) => vectors[i * d + j]!);
  for (let j = 0; j < d; j++) {
    const vector = column(j);
    if (j > 0) expect(values[j]).toBeLessThanOrEqual(values[j - 1]!);
    const image = vector.map((_, i) => vector.reduce((sum, entry, k) => sum + a[i * d + k]! * entry, 0));
    const scaled = vector.map((entry) => values[j]! * entry);
    expectClose(image, scaled, d * rounding * size);
    for (let k = 0; k < d; k++) {
      const product = vector.reduce((sum, entry, i) => sum + entry * column(k)[i]!, 0);
      expect(Math.abs(product - (j === k ? 1 : 0))).toBeLessThanOrEqual(d * rounding);
    }
    const largest = vector.reduce((most, entry) => (Math.abs(entry) > Math.abs(most) ? entry : most), 0);
    expect(largest).toBeGreaterThan(0);
  }
}
