import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choleskyInto } from '../src/cholesky.ts';
import { multiplyByTranspose } from '../src/triangular.ts';
import { dimension, lowerIn } from './arbitrary-lower.ts';
import { readReference } from './read-reference.ts';

const EPSILON = 2 ** -52;

function factorOf(matrix: Float64Array, d: number): Float64Array {
  const factor = new Float64Array(d * d).fill(Number.NaN);
  expect(choleskyInto(factor, matrix, d)).toBe(-1);
  return factor;
}

describe('On whole numbers the factor is exact', () => {
  test.each([
    [1, [49], [7]],
    [2, [4, 2, 2, 5], [2, 0, 1, 2]],
    [3, [4, 2, -2, 2, 5, 3, -2, 3, 6], [2, 0, 0, 1, 2, 0, -1, 2, 1]],
    [
      4,
      [1, 1, 1, 1, 1, 2, 3, 4, 1, 3, 6, 10, 1, 4, 10, 20],
      [1, 0, 0, 0, 1, 1, 0, 0, 1, 2, 1, 0, 1, 3, 3, 1],
    ],
  ])('for a matrix of dimension %d', (d, matrix, factor) => {
    expect(factorOf(Float64Array.from(matrix), d)).toEqual(Float64Array.from(factor));
  });

  test('and only the lower triangle is read', () => {
    expect(factorOf(Float64Array.of(4, Number.NaN, 2, 5), 2)).toEqual(Float64Array.of(2, 0, 1, 2));
  });

  test('and it may be written over the matrix', () => {
    const matrix = Float64Array.of(4, 2, -2, 2, 5, 3, -2, 3, 6);
    expect(choleskyInto(matrix, matrix, 3)).toBe(-1);
    expect(matrix).toEqual(Float64Array.of(2, 0, 0, 1, 2, 0, -1, 2, 1));
  });
});

describe('A matrix that is not positive definite fails at its pivot', () => {
  test.each([
    ['zero', 1, [0], 0],
    ['negative', 1, [-1], 0],
    ['indefinite', 2, [1, 2, 2, 1], 1],
    ['of rank one', 2, [1, 2, 2, 4], 1],
    ['of rank two in three dimensions', 3, [1, 0, 1, 0, 1, 1, 1, 1, 2], 2],
    ['with a zero in the middle', 3, [1, 0, 0, 0, 0, 0, 0, 0, 1], 1],
    ['with a negative end', 3, [1, 0, 0, 0, 1, 0, 0, 0, -1], 2],
    ['with NaN on the diagonal', 2, [1, 0, 0, Number.NaN], 1],
    ['with NaN off the diagonal', 2, [1, 0, Number.NaN, 1], 1],
    ['infinite', 2, [1, 0, 0, Number.POSITIVE_INFINITY], 1],
    ['infinite off the diagonal', 2, [1, 0, Number.POSITIVE_INFINITY, 1], 1],
  ])('when it is %s', (_, d, matrix, pivot) => {
    expect(choleskyInto(new Float64Array(d * d), Float64Array.from(matrix), d)).toBe(pivot);
  });

  test('when it has rank d - 1, whatever the rounding of its entries', () => {
    // B B^T with the last row of B a combination of the others: singular before it is rounded. Nothing is negative, so
    // that nothing cancels: with u = epsilon / 2 the entries are off by d u, as shares, which makes 4 d u of the last
    // pivot's entry, and the factoring adds (d + 1) u.
    const instance = fc.integer({ min: 2, max: 6 }).chain((d) =>
      fc.record({
        factor: lowerIn(d - 1).map((lower) => lower.map(Math.abs)),
        weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: d - 1, maxLength: d - 1 }),
      }),
    );
    fc.assert(
      fc.property(instance, ({ factor, weights }) => {
        const d = weights.length + 1;
        const rows = Array.from({ length: d - 1 }, (_, i) => factor.slice(i * (d - 1), (i + 1) * (d - 1)));
        rows.push(rows[0]!.map((_, j) => weights.reduce((sum, w, i) => sum + (w / 8) * rows[i]![j]!, 0)));
        const matrix = Float64Array.from(
          rows.flatMap((a) => rows.map((b) => a.reduce((sum, entry, j) => sum + entry * b[j]!, 0))),
        );
        expect(choleskyInto(new Float64Array(d * d), matrix, d)).toBe(d - 1);
      }),
    );
  });
});

test('Pivots within rounding of zero fail, and just above it do not.', () => {
  const rounding = 4 * 2 * EPSILON; // 4 d epsilon times the diagonal entry
  const withPivot = (pivot: number): Float64Array => Float64Array.of(1, 1, 1, 1 + pivot);
  const factor = new Float64Array(4);
  expect(choleskyInto(factor, withPivot(rounding), 2)).toBe(1);
  expect(choleskyInto(factor, withPivot(2 * rounding), 2)).toBe(-1);
});

describe('The factor of an ill-conditioned matrix', () => {
  const { cases } = readReference<{
    cases: { name: string; dimension: number; matrix: number[]; factor: number[]; condition: number }[];
  }>('cholesky-and-eigen.json');

  test.each(cases)('of $name is as right as its condition allows', ({ dimension: d, ...one }) => {
    const factor = factorOf(Float64Array.from(one.matrix), d);
    for (const [at, expected] of one.factor.entries()) {
      // Errors stay within their row (Higham 2002, theorem 10.8), so each is measured by its own row's size.
      const row = Math.floor(at / d);
      const size = Math.sqrt(one.matrix[row * d + row]!);
      expect(Math.abs(factor[at]! - expected) / size).toBeLessThanOrEqual(d * EPSILON * one.condition);
    }
  });

  test.each(cases)('of $name multiplies to the matrix, to rounding', ({ dimension: d, matrix }) => {
    const product = multiplyByTranspose(factorOf(Float64Array.from(matrix), d), d);
    for (const [at, entry] of matrix.entries()) {
      const [i, j] = [Math.floor(at / d), at % d];
      const size = Math.sqrt(matrix[i * d + i]!) * Math.sqrt(matrix[j * d + j]!);
      expect(Math.abs(product[at]! - entry)).toBeLessThanOrEqual((d + 1) * EPSILON * size);
    }
  });
});

test('At any scale of powers of two the factor has the same digits.', () => {
  const matrix = Float64Array.of(4.1, 2.3, 2.3, 5.7);
  const factor = factorOf(matrix, 2);
  for (const scale of [2 ** -500, 2 ** -250, 2 ** 250, 2 ** 500]) {
    const scaled = factorOf(
      matrix.map((entry) => entry * scale * scale),
      2,
    );
    expect(scaled).toEqual(factor.map((entry) => entry * scale));
  }
});

test('A product L L^T gives its L back.', () => {
  fc.assert(
    fc.property(dimension.chain(lowerIn), (lower) => {
      const d = Math.sqrt(lower.length);
      const factor = factorOf(multiplyByTranspose(lower, d), d);
      // Condition numbers are below 1e4.
      for (const [at, entry] of lower.entries()) expect(Math.abs(factor[at]! - entry)).toBeLessThan(1e-11);
    }),
  );
});
