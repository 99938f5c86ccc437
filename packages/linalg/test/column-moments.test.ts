import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnMeans, covarianceOf } from '../src/column-moments.ts';
import type { Matrix } from '../src/matrix.ts';
import { ratio, UNITS_IN_ONE, unitsOf } from './exact-integers.ts';
import { readReference } from './read-reference.ts';

const EPSILON = 2 ** -52;

/** The entries of a column as exact whole numbers. */
function columnOf({ data, rows, columns }: Matrix, j: number): bigint[] {
  return Array.from({ length: rows }, (_, i) => unitsOf(data[i * columns + j]!));
}

const sum = (terms: readonly bigint[]): bigint => terms.reduce((total, term) => total + term, 0n);

/** n^2 times the covariance of two columns, exactly: n sum x y - sum x sum y. */
function exactCovariance(x: readonly bigint[], y: readonly bigint[]): bigint {
  return BigInt(x.length) * sum(x.map((entry, i) => entry * y[i]!)) - sum(x) * sum(y);
}

/** How wrong a covariance is, as a share of the mean of the two variances. */
function covarianceError(x: Matrix, covariance: Float64Array, [j, k]: [number, number]): number {
  const [a, b] = [columnOf(x, j), columnOf(x, k)];
  const rows = BigInt(x.rows);
  const given = unitsOf(covariance[j * x.columns + k]!) * UNITS_IN_ONE * rows * rows;
  const size = (exactCovariance(a, a) + exactCovariance(b, b)) / 2n;
  return Math.abs(ratio(given - exactCovariance(a, b), size));
}

/** Data with a spread near 1, far from zero. */
const shifted = fc
  .record({
    shift: fc.constantFrom(0, 1e8, -1e8, 123456789.123),
    rows: fc.array(
      fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: -2000, max: 2000 })),
      {
        minLength: 5,
        maxLength: 60,
      },
    ),
  })
  .map(({ shift, rows }): Matrix => {
    // Columns of ones and minus ones keep the variances away from zero.
    const data = rows.flatMap(([a, b], i) => [shift + a + (i % 2) * 4, shift / 3 + b / 1000 + (i % 3) * 4]);
    return { data: Float64Array.from(data), rows: rows.length, columns: 2 };
  });

describe('Columns of whole numbers', () => {
  const x = { data: Float64Array.of(1, 10, 3, 20, 5, 60), rows: 3, columns: 2 };

  test('have their means', () => {
    expect(columnMeans(x)).toEqual(Float64Array.of(3, 30));
  });

  test('have a covariance with divisor n, symmetric', () => {
    // Deviations (-2, 0, 2) and (-20, -10, 30): sums of products 8, 100, 1400.
    const third = (value: number): number => value / 3;
    expect(covarianceOf(x)).toEqual(Float64Array.from([8, 100, 100, 1400], third));
  });

  test('have a covariance about other means, when those are given', () => {
    // About (1, 10): deviations (0, 2, 4) and (0, 10, 50).
    expect(covarianceOf(x, Float64Array.of(1, 10))).toEqual(
      Float64Array.from([20, 220, 220, 2600], (value) => value / 3),
    );
  });

  test('are not changed', () => {
    expect(x.data).toEqual(Float64Array.of(1, 10, 3, 20, 5, 60));
  });
});

test('One row is its own mean, and has no covariance.', () => {
  const x = { data: Float64Array.of(0.1, -7e300), rows: 1, columns: 2 };
  expect(columnMeans(x)).toEqual(x.data);
  expect(covarianceOf(x)).toEqual(new Float64Array(4));
});

test('A constant column has exactly its mean and no variance, however many rows.', () => {
  for (const rows of [3, 7, 10, 1000]) {
    const x = { data: new Float64Array(rows).fill(0.1), rows, columns: 1 };
    expect(columnMeans(x)).toEqual(Float64Array.of(0.1));
    expect(covarianceOf(x)).toEqual(Float64Array.of(0));
  }
});

test('Means of data far from zero are right to the last place.', () => {
  fc.assert(
    fc.property(shifted, (x) => {
      const means = columnMeans(x);
      for (let j = 0; j < 2; j++) {
        const entries = columnOf(x, j);
        const error = unitsOf(means[j]!) * BigInt(x.rows) - sum(entries);
        // Half a place for the mean itself, and what adding the deviations (below 10) from the first guess rounds.
        const bound = Math.abs(means[j]!) * EPSILON * 0.5 + x.rows * EPSILON * 10;
        expect(Math.abs(ratio(error, BigInt(x.rows) * UNITS_IN_ONE))).toBeLessThanOrEqual(bound);
      }
    }),
  );
});

test('Covariances of data far from zero keep their digits.', () => {
  fc.assert(
    fc.property(shifted, (x) => {
      const covariance = covarianceOf(x);
      expect(covariance[1]).toBe(covariance[2]);
      // A rounding for each row, and the square of the mean's own error, half a place of 1e8 (7e-9).
      const bound = (x.rows + 4) * EPSILON + 1e-16;
      for (const pair of [
        [0, 0],
        [0, 1],
        [1, 1],
      ] as [number, number][]) {
        expect(covarianceError(x, covariance, pair)).toBeLessThanOrEqual(bound);
      }
    }),
  );
});

test('A mean does not overflow where a sum would.', () => {
  const x = { data: Float64Array.of(1e300, 1.7e308, 3e300, 1.7e308, 5e300, 1.7e308), rows: 3, columns: 2 };
  const [first, second] = columnMeans(x);
  expect(Math.abs(first! / 3e300 - 1)).toBeLessThan(2 * EPSILON);
  expect(Math.abs(second! / 1.7e308 - 1)).toBeLessThan(2 * EPSILON);
});

test('A mean of opposites of any finite size is zero.', () => {
  const x = { data: Float64Array.of(1e300, -1e300, 8e307, -8e307), rows: 4, columns: 1 };
  expect(columnMeans(x)).toEqual(Float64Array.of(0));
});

test('A covariance keeps its digits in very small and very large units.', () => {
  const tame = { data: Float64Array.of(1, 2, 3, 5, 8, 4, 2, 2), rows: 4, columns: 2 };
  const expected = covarianceOf(tame);
  for (const scale of [2 ** -500, 2 ** 500]) {
    const scaled = covarianceOf({ ...tame, data: tame.data.map((entry) => entry * scale) });
    expect(scaled).toEqual(expected.map((entry) => entry * scale * scale));
  }
});

test('Iris has the means and the covariance that numpy finds.', () => {
  const { rows, mean, covariance } = readReference<{
    rows: number[][];
    mean: number[];
    covariance: number[][];
  }>('iris-components.json');
  const x = { data: Float64Array.from(rows.flat()), rows: rows.length, columns: 4 };
  const rounding = 1e-14; // numpy adds 150 terms, in pairs
  for (const [j, value] of columnMeans(x).entries())
    expect(Math.abs(value / mean[j]! - 1)).toBeLessThan(rounding);
  for (const [at, value] of covarianceOf(x).entries()) {
    expect(Math.abs(value / covariance.flat()[at]! - 1)).toBeLessThan(rounding);
  }
});
