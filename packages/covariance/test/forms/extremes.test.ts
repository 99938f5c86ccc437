import { describe, expect, test } from 'vitest';
import type { Covariance } from '../../src/covariance.ts';
import { leastVariance, logDeterminant, mapCovariance, toDense } from '../../src/form-of.ts';
import { unwhitenInto, whitenRowsInto } from '../../src/whiten.ts';

/** Deviations whose variances, 1e-300 and 1e300, are near the ends of the doubles; and some nearer. */
const scales = [1e-150, 1e-100, 1e-10, 1e10, 1e100, 1e150];

/** Sigma = [4 2; 2 5] or what fits of it, times the square of a scale. */
const forms: { name: string; determinant: number; least: number; at: (scale: number) => Covariance }[] = [
  {
    name: 'identity',
    ...{ determinant: 16, least: 4 },
    at: (scale) => ({ form: 'identity', dimension: 2, variance: 4 * scale * scale }),
  },
  {
    name: 'diagonal',
    ...{ determinant: 20, least: 4 },
    at: (scale) => ({ form: 'diagonal', variances: Float64Array.of(4 * scale * scale, 5 * scale * scale) }),
  },
  {
    name: 'dense',
    ...{ determinant: 16, least: 16 / 9 },
    at: (scale) => ({
      form: 'dense',
      dimension: 2,
      factor: Float64Array.of(2 * scale, 0, scale, 2 * scale),
    }),
  },
];

/** A square and a square root, each rounded; logarithms of 700 have an ulp of 1e-13. */
const rounding = 1e-15;
const logRounding = 3e-13;

const relative = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

describe.each(forms)('A covariance of form $name', ({ at, determinant, least }) => {
  test.each(scales)('keeps its digits at the scale %d', (scale) => {
    const covariance = at(scale);
    const expected = Math.log(determinant) + 4 * Math.log(scale);
    expect(Math.abs(logDeterminant(covariance) - expected)).toBeLessThan(logRounding);
    expect(relative(leastVariance(covariance), least * scale * scale)).toBeLessThan(rounding);
    const dense = toDense(covariance);
    for (const [index, entry] of toDense(at(1)).entries()) {
      expect(Math.abs(dense[index]! / scale / scale - entry)).toBeLessThan(5 * rounding);
    }
  });

  test.each(scales)('whitens and unwhitens at the scale %d', (scale) => {
    const row = Float64Array.of(3 * scale, -7 * scale);
    const [whitened, plain] = [new Float64Array(2), new Float64Array(2)];
    whitenRowsInto(whitened, row, at(scale));
    whitenRowsInto(plain, Float64Array.of(3, -7), at(1));
    for (const [j, value] of plain.entries()) expect(relative(whitened[j]!, value)).toBeLessThan(rounding);
    unwhitenInto(whitened, whitened, at(scale));
    for (const [j, value] of row.entries()) expect(relative(whitened[j]!, value)).toBeLessThan(2 * rounding);
  });

  test.each(scales)('is mapped from the scale %d to 1', (scale) => {
    const factor = 1 / scale;
    const back = [
      mapCovariance(at(scale), { kind: 'scale', dimension: 2, factor }),
      mapCovariance(at(scale), { kind: 'columns', factors: Float64Array.of(factor, factor) }),
      mapCovariance(at(scale), {
        kind: 'triangular',
        dimension: 2,
        factor: Float64Array.of(factor, 0, 0, factor),
      }),
    ];
    for (const covariance of back) {
      for (const [index, entry] of toDense(at(1)).entries()) {
        expect(Math.abs(toDense(covariance)[index]! - entry)).toBeLessThan(10 * rounding);
      }
    }
  });
});
