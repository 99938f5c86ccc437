import { describe, expect, test } from 'vitest';
import type { LowRankCovariance } from '../../src/covariance.ts';
import { leastVariance, logDeterminant, mapCovariance, toDense, toFactor } from '../../src/form-of.ts';
import { lowRankFactor } from '../../src/forms/low-rank-factor.ts';
import { unwhitenInto, whitenRowsInto } from '../../src/whiten.ts';
import { readReference } from '../read-reference.ts';

interface ReferenceCase {
  readonly name: string;
  readonly loadings: number[][];
  readonly noise: number[];
  readonly rows: number[][];
  readonly logDeterminant: number;
  readonly squares: number[];
  readonly least: number;
}

const { cases } = readReference<{ cases: ReferenceCase[] }>('low-rank.json');

const EPSILON = 2 ** -52;

describe.each(cases)('Of low rank, with $name', (one) => {
  const covariance: LowRankCovariance = {
    form: 'low-rank',
    loadings: Float64Array.from(one.loadings.flat()),
    noise: Float64Array.from(one.noise),
  };
  const d = one.noise.length;
  /** How long the loadings are in units of the noise: what a whitened number may lose of its digits. */
  const length = Math.sqrt(
    one.loadings.reduce(
      (sum, row, j) => sum + row.reduce((all, entry) => all + entry * entry, 0) / one.noise[j]!,
      0,
    ),
  );
  const slack = 64 * EPSILON * (1 + length);

  test('the log-determinant is that of 60 digits', () => {
    expect(Math.abs(logDeterminant(covariance) - one.logDeterminant)).toBeLessThan(
      16 * EPSILON * (1 + Math.abs(one.logDeterminant)) + EPSILON * length,
    );
  });

  test('rows are as far as in 60 digits, losing no more than the noise is smaller than the loadings', () => {
    for (const [i, row] of one.rows.entries()) {
      const whitened = new Float64Array(d);
      whitenRowsInto(whitened, Float64Array.from(row), covariance);
      const square = whitened.reduce((sum, value) => sum + value * value, 0);
      expect(Math.abs(square / one.squares[i]! - 1)).toBeLessThan(slack);
    }
  });

  test('whitening undoes unwhitening', () => {
    const point = Float64Array.from({ length: d }, (_, j) => (j % 2 === 0 ? 1 : -0.5));
    const back = new Float64Array(d);
    unwhitenInto(back, point, covariance);
    whitenRowsInto(back, back, covariance);
    for (const [j, value] of back.entries()) expect(Math.abs(value - point[j]!)).toBeLessThan(slack);
  });

  test('the factor and the square root both square to the matrix', () => {
    const dense = toDense(covariance);
    const factor = toFactor(covariance);
    const roots = Array.from({ length: d }, (_, j) => {
      const column = new Float64Array(d);
      column[j] = 1;
      unwhitenInto(column, column, covariance);
      return column;
    });
    for (let i = 0; i < d; i++) {
      for (let j = 0; j <= i; j++) {
        const size = Math.sqrt(dense[i * (d + 1)]! * dense[j * (d + 1)]!);
        const byFactor = factor
          .subarray(i * d, (i + 1) * d)
          .reduce((sum, entry, k) => sum + entry * factor[j * d + k]!, 0);
        const byRoot = roots.reduce((sum, column) => sum + column[i]! * column[j]!, 0);
        expect(Math.abs(byFactor - dense[i * d + j]!) / size).toBeLessThan(64 * EPSILON);
        expect(Math.abs(byRoot - dense[i * d + j]!) / size).toBeLessThan(64 * EPSILON);
      }
    }
  });

  test('the least variance is a lower bound of the least eigenvalue, at most d times too small', () => {
    const bound = leastVariance(covariance);
    expect(bound).toBeLessThanOrEqual(one.least * (1 + slack));
    expect(bound * d).toBeGreaterThanOrEqual(one.least * (1 - slack));
    const enough = Math.min(...one.noise);
    expect(leastVariance(covariance, enough)).toBe(enough);
  });

  test('its columns are at right angles, or nothing', () => {
    const { basis, rank } = lowRankFactor(covariance);
    for (let f = 0; f < rank; f++) {
      for (let g = 0; g <= f; g++) {
        let product = 0;
        for (let j = 0; j < d; j++) product += basis[j * rank + f]! * basis[j * rank + g]!;
        if (f === g) expect(Math.min(Math.abs(product - 1), Math.abs(product))).toBeLessThan(8 * EPSILON);
        else expect(Math.abs(product)).toBeLessThan(8 * EPSILON);
      }
    }
  });
});

test('Scales keep the form, triangles do not.', () => {
  const covariance: LowRankCovariance = {
    form: 'low-rank',
    loadings: Float64Array.of(2, -1),
    noise: Float64Array.of(1, 3),
  };
  const columns = mapCovariance(covariance, { kind: 'columns', factors: Float64Array.of(3, 0.5) });
  expect(columns).toEqual({
    form: 'low-rank',
    loadings: Float64Array.of(6, -0.5),
    noise: Float64Array.of(9, 0.75),
  });
  const triangle = { kind: 'triangular', dimension: 2, factor: Float64Array.of(1, 0, 1, 1) } as const;
  const slanted = mapCovariance(covariance, triangle);
  expect(slanted.form).toBe('dense');
  // [5 -2; -2 4] under (x, x + y).
  for (const [at, entry] of [5, 3, 3, 5].entries()) expect(toDense(slanted)[at]).toBeCloseTo(entry, 14);
});

test('Without factors it is diagonal.', () => {
  const covariance: LowRankCovariance = {
    form: 'low-rank',
    loadings: new Float64Array(0),
    noise: Float64Array.of(4, 9),
  };
  const row = Float64Array.of(2, -6);
  whitenRowsInto(row, row, covariance);
  expect(row).toEqual(Float64Array.of(1, -2));
  expect(toDense(covariance)).toEqual(Float64Array.of(4, 0, 0, 9));
});
