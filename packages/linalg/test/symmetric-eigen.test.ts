import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symmetricEigen } from '../src/symmetric-eigen.ts';
import { expectClose, expectDecomposition, rounding } from './expect-decomposition.ts';
import { readReference } from './read-reference.ts';

describe('By hand', () => {
  test('one number is its own eigenvalue', () => {
    expect(symmetricEigen(Float64Array.of(-3), 1)).toEqual({
      values: Float64Array.of(-3),
      vectors: Float64Array.of(1),
    });
  });

  test('a diagonal is sorted, largest first', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(1, 0, 0, 0, 5, 0, 0, 0, 3), 3);
    expect(values).toEqual(Float64Array.of(5, 3, 1));
    expect(vectors).toEqual(Float64Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0));
  });

  test('the entry of largest size in each vector is positive', () => {
    // [5 2; 2 2] = 6 v v^T + w w^T, v = (2, 1) / sqrt 5, w = (-1, 2) / sqrt 5.
    const { values, vectors } = symmetricEigen(Float64Array.of(5, 2, 2, 2), 2);
    expectClose(values, [6, 1], 6 * rounding);
    expectClose(
      vectors,
      [2, -1, 1, 2].map((entry) => entry / Math.sqrt(5)),
      rounding,
    );
  });

  test('eigenvalues may be negative', () => {
    const a = Float64Array.of(0, 1, 1, 0);
    const eigen = symmetricEigen(a, 2);
    expectClose(eigen.values, [1, -1], rounding);
    expectDecomposition(a, 2, eigen);
  });

  test('the matrix is not changed', () => {
    const a = Float64Array.of(5, 2, 2, 2);
    symmetricEigen(a, 2);
    expect(a).toEqual(Float64Array.of(5, 2, 2, 2));
  });
});

describe('Repeated eigenvalues have orthonormal vectors', () => {
  test.each([1, 2, 3, 6])('of the identity in %d dimensions', (d) => {
    const a = Float64Array.from({ length: d * d }, (_, at) => (at % (d + 1) === 0 ? 1 : 0));
    const eigen = symmetricEigen(a, d);
    expect(eigen.values).toEqual(new Float64Array(d).fill(1));
    expectDecomposition(a, d, eigen);
  });

  test.each([2, 3, 6])('of a + b J in %d dimensions: a + b d once, a else', (d) => {
    const a = Float64Array.from({ length: d * d }, (_, at) => (at % (d + 1) === 0 ? 5 : 2));
    const eigen = symmetricEigen(a, d);
    const expected = Array.from({ length: d }, (_, j) => (j === 0 ? 3 + 2 * d : 3));
    expectClose(eigen.values, expected, d * rounding * 5);
    expectDecomposition(a, d, eigen);
  });

  test('of zero', () => {
    const a = new Float64Array(9);
    const eigen = symmetricEigen(a, 3);
    expect(eigen.values).toEqual(new Float64Array(3));
    expectDecomposition(a, 3, eigen);
  });
});

test.each([2, 5, 12, 40])(
  'The second difference in %d dimensions has the eigenvalues 2 - 2 cos(j pi / (d + 1)).',
  (d) => {
    const a = Float64Array.from({ length: d * d }, (_, at) => {
      const distance = Math.abs(Math.floor(at / d) - (at % d));
      return distance === 0 ? 2 : distance === 1 ? -1 : 0;
    });
    const eigen = symmetricEigen(a, d);
    const expected = Array.from({ length: d }, (_, j) => 2 - 2 * Math.cos(((d - j) * Math.PI) / (d + 1)));
    expectClose(eigen.values, expected, d * rounding * 2);
    expectDecomposition(a, d, eigen);
  },
);

describe('Of ill-conditioned matrices', () => {
  const { cases } = readReference<{
    cases: { name: string; dimension: number; matrix: number[]; eigenvalues: number[] }[];
  }>('cholesky-and-eigen.json');

  test.each(cases)('the eigenvalues are right to rounding of the largest: $name', (one) => {
    const { values } = symmetricEigen(Float64Array.from(one.matrix), one.dimension);
    expectClose(values, one.eigenvalues, one.dimension * rounding * one.eigenvalues[0]!);
  });
});

describe('At any scale', () => {
  const tame = Float64Array.of(4, 1, -2, 1, 7, 3, -2, 3, 6);
  const eigen = symmetricEigen(tame, 3);

  test.each([-1020, -500, -3, 4, 500, 1015])('of powers of two the bits are the same: 2^%d', (power) => {
    const scale = 2 ** power;
    const scaled = symmetricEigen(
      tame.map((entry) => entry * scale),
      3,
    );
    expect(scaled.vectors).toEqual(eigen.vectors);
    expect(scaled.values).toEqual(eigen.values.map((value) => value * scale));
  });

  test.each([1e-300, 1e-150, 1e-12, 1e150, 1e300])('the digits are the same: %d', (scale) => {
    const scaled = symmetricEigen(
      tame.map((entry) => entry * scale),
      3,
    );
    expectClose(scaled.vectors, eigen.vectors, 3 * rounding);
    expectClose(
      scaled.values.map((value) => value / scale),
      eigen.values,
      3 * rounding * 7,
    );
  });
});

test('Any symmetric matrix is decomposed.', () => {
  const symmetric = fc.integer({ min: 1, max: 7 }).chain((d) =>
    fc
      .array(fc.integer({ min: -1000, max: 1000 }), { minLength: d * d, maxLength: d * d })
      .map((entries) => ({
        d,
        a: Float64Array.from({ length: d * d }, (_, at) => {
          const [i, j] = [Math.floor(at / d), at % d];
          return entries[Math.max(i, j) * d + Math.min(i, j)]!;
        }),
      })),
  );
  fc.assert(fc.property(symmetric, ({ d, a }) => expectDecomposition(a, d, symmetricEigen(a, d))));
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  'A matrix that holds %d is refused.',
  (bad) => {
    expect(() => symmetricEigen(Float64Array.of(1, 0, 0, bad), 2)).toThrow(
      expect.objectContaining({
        code: 'not-finite',
        message: `symmetricEigen: the matrix must hold finite numbers, got ${bad}. Try data in larger or smaller units.`,
      }),
    );
  },
);
