import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jacobiEigen } from '../src/jacobi-eigen.ts';
import { symmetricEigen } from '../src/symmetric-eigen.ts';
import { expectClose, expectDecomposition, rounding } from './expect-decomposition.ts';
import { readReference } from './read-reference.ts';

describe('By hand', () => {
  test('one number is its own eigenvalue', () => {
    expect(jacobiEigen(Float64Array.of(3), 1)).toEqual({
      values: Float64Array.of(3),
      vectors: Float64Array.of(1),
    });
  });

  test('a diagonal is sorted, largest first, and not a bit is changed', () => {
    const { values, vectors } = jacobiEigen(Float64Array.of(1, 0, 0, 0, 5, 0, 0, 0, 3), 3);
    expect(values).toEqual(Float64Array.of(5, 3, 1));
    expect(vectors).toEqual(Float64Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0));
  });

  test('the entry of largest size in each vector is positive', () => {
    // [5 2; 2 2] = 6 v v^T + w w^T, v = (2, 1) / sqrt 5, w = (-1, 2) / sqrt 5.
    const { values, vectors } = jacobiEigen(Float64Array.of(5, 2, 2, 2), 2);
    expectClose(values, [6, 1], 6 * rounding);
    expectClose(
      vectors,
      [2, -1, 1, 2].map((entry) => entry / Math.sqrt(5)),
      rounding,
    );
  });

  test('of equal eigenvalues the first axis stays the first', () => {
    const { vectors } = jacobiEigen(Float64Array.of(2, 0, 0, 0, 3, 0, 0, 0, 2), 3);
    expect(vectors).toEqual(Float64Array.of(0, 1, 0, 1, 0, 0, 0, 0, 1));
  });

  test('a plane of zeros is left alone', () => {
    // [1 1; 1 1] = 2 v v^T, v = (1, 1) / sqrt 2.
    const { values } = jacobiEigen(Float64Array.of(0, 0, 0, 0, 1, 1, 0, 1, 1), 3);
    expectClose(values, [2, 0, 0], 2 * rounding);
  });

  test('the matrix is not changed', () => {
    const a = Float64Array.of(5, 2, 2, 2);
    jacobiEigen(a, 2);
    expect(a).toEqual(Float64Array.of(5, 2, 2, 2));
  });
});

test.each([2, 5, 12, 40])(
  'The second difference in %d dimensions has the eigenvalues 2 - 2 cos(j pi / (d + 1)).',
  (d) => {
    const a = Float64Array.from({ length: d * d }, (_, at) => {
      const distance = Math.abs(Math.floor(at / d) - (at % d));
      return distance === 0 ? 2 : distance === 1 ? -1 : 0;
    });
    const eigen = jacobiEigen(a, d);
    const expected = Array.from({ length: d }, (_, j) => 2 - 2 * Math.cos(((d - j) * Math.PI) / (d + 1)));
    expectClose(eigen.values, expected, d * rounding * 2);
    expectDecomposition(a, d, eigen);
  },
);

describe('Of ill-conditioned matrices', () => {
  const { cases } = readReference<{
    cases: { name: string; dimension: number; matrix: number[]; eigenvalues: number[]; condition: number }[];
  }>('cholesky-and-eigen.json');

  // Demmel & Veselic (1992): the condition number is that after scaling to a diagonal of ones.
  test.each(cases)('each eigenvalue keeps its digits, whatever the units: $name', (one) => {
    const { values } = jacobiEigen(Float64Array.from(one.matrix), one.dimension);
    for (const [j, expected] of one.eigenvalues.entries()) {
      const bound = one.dimension * rounding * one.condition * expected;
      expect(Math.abs(values[j]! - expected)).toBeLessThanOrEqual(bound);
    }
  });
});

test.each([1e-280, 1e-150, 1e-12, 1e150, 1e280])('At the scale %d the digits are the same.', (scale) => {
  const tame = Float64Array.of(4, 1, -2, 1, 7, 3, -2, 3, 6);
  const eigen = jacobiEigen(tame, 3);
  const scaled = jacobiEigen(
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

test('Any product B B^T is decomposed, as by the other algorithm.', () => {
  const products = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
    .chain(([d, rank]) =>
      fc
        .array(fc.integer({ min: -1000, max: 1000 }), { minLength: d * rank, maxLength: d * rank })
        .map((entries) => ({
          d,
          a: Float64Array.from({ length: d * d }, (_, at) => {
            const [i, j] = [Math.floor(at / d), at % d];
            return Array.from(
              { length: rank },
              (_, k) => entries[i * rank + k]! * entries[j * rank + k]!,
            ).reduce((sum, term) => sum + term, 0);
          }),
        })),
    );
  fc.assert(
    fc.property(products, ({ d, a }) => {
      const eigen = jacobiEigen(a, d);
      expectDecomposition(a, d, eigen);
      const size = Math.max(...a.map(Math.abs));
      expectClose(eigen.values, symmetricEigen(a, d).values, d * rounding * size);
    }),
  );
});

test('A matrix that holds NaN gives an answer in finite time.', () => {
  expect(jacobiEigen(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2).values).toHaveLength(2);
});
