import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Covariance } from '../src/covariance.ts';
import { logDeterminant, mapCovariance, toDense, toFactor } from '../src/form-of.ts';
import {
  applyMapInto,
  diagonalOfMap,
  invertMap,
  type LinearMap,
  matrixOfMap,
  undoMapInto,
} from '../src/linear-map.ts';
import { covarianceIn, dimension, mapIn, pointIn } from './arbitrary-covariance.ts';

const maps = {
  scale: { kind: 'scale', dimension: 2, factor: 3 },
  columns: { kind: 'columns', factors: Float64Array.of(2, 5) },
  triangular: { kind: 'triangular', dimension: 2, factor: Float64Array.of(2, 0, 1, 3) },
} satisfies Record<string, LinearMap>;

const covariances = {
  identity: { form: 'identity', dimension: 2, variance: 4 },
  diagonal: { form: 'diagonal', variances: Float64Array.of(4, 9) },
  dense: { form: 'dense', dimension: 2, factor: Float64Array.of(2, 0, 1, 2) }, // [4 2; 2 5]
} satisfies Record<string, Covariance>;

/** T Sigma T^T by hand. */
const products = [
  ['identity', 'scale', 'identity', [36, 0, 0, 36]],
  ['identity', 'columns', 'diagonal', [16, 0, 0, 100]],
  ['identity', 'triangular', 'dense', [16, 8, 8, 40]],
  ['diagonal', 'scale', 'diagonal', [36, 0, 0, 81]],
  ['diagonal', 'columns', 'diagonal', [16, 0, 0, 225]],
  ['diagonal', 'triangular', 'dense', [16, 8, 8, 85]],
  ['dense', 'scale', 'dense', [36, 18, 18, 45]],
  ['dense', 'columns', 'dense', [16, 20, 20, 125]],
  ['dense', 'triangular', 'dense', [16, 20, 20, 61]],
] as const;

test.each(products)('A covariance of form %s under a %s map becomes %s: %j.', (from, kind, form, matrix) => {
  const mapped = mapCovariance(covariances[from], maps[kind]);
  expect(mapped.form).toBe(form);
  expect(toDense(mapped)).toEqual(Float64Array.from(matrix));
});

describe('A map', () => {
  test('stands for a lower triangular matrix', () => {
    expect(matrixOfMap(maps.scale)).toEqual(Float64Array.of(3, 0, 0, 3));
    expect(matrixOfMap(maps.columns)).toEqual(Float64Array.of(2, 0, 0, 5));
    expect(matrixOfMap(maps.triangular)).toEqual(Float64Array.of(2, 0, 1, 3));
  });

  test('has a diagonal', () => {
    expect(diagonalOfMap(maps.scale)).toEqual(Float64Array.of(3, 3));
    expect(diagonalOfMap(maps.columns)).toEqual(Float64Array.of(2, 5));
    expect(diagonalOfMap(maps.triangular)).toEqual(Float64Array.of(2, 3));
  });

  test.each([
    [maps.scale, [21, -12]],
    [maps.columns, [14, -20]],
    [maps.triangular, [14, -5]],
  ])('takes a point to its place and back, also in place: $kind', (map, image) => {
    const point = Float64Array.of(7, -4);
    const out = new Float64Array(2);
    applyMapInto(out, point, map);
    expect(out).toEqual(Float64Array.from(image));
    expect(point).toEqual(Float64Array.of(7, -4));
    undoMapInto(out, out, map);
    expect(out).toEqual(point);
    applyMapInto(point, point, map);
    expect(point).toEqual(Float64Array.from(image));
    undoMapInto(out, point, map);
    expect(out).toEqual(Float64Array.of(7, -4));
  });

  test('has an inverse', () => {
    const quarter = { kind: 'scale', dimension: 2, factor: 4 } as const;
    expect(invertMap(quarter)).toEqual({ kind: 'scale', dimension: 2, factor: 0.25 });
    const columns = { kind: 'columns', factors: Float64Array.of(2, 8) } as const;
    expect(invertMap(columns)).toEqual({ kind: 'columns', factors: Float64Array.of(0.5, 0.125) });
    const triangular = { kind: 'triangular', dimension: 2, factor: Float64Array.of(2, 0, 1, 4) } as const;
    const inverse = Float64Array.of(0.5, 0, -0.125, 0.25);
    expect(invertMap(triangular)).toEqual({ kind: 'triangular', dimension: 2, factor: inverse });
  });
});

const anything = dimension.chain((d) =>
  fc.record({ d: fc.constant(d), covariance: covarianceIn(d), map: mapIn(d), point: pointIn(d) }),
);

/** Sums of up to 125 products, in whatever order, each rounded. */
const rounding = 1e-14;

test('The mapped covariance is T L L^T T^T.', () => {
  fc.assert(
    fc.property(anything, ({ d, covariance, map }) => {
      const [t, factor] = [matrixOfMap(map), toFactor(covariance)];
      const actual = toDense(mapCovariance(covariance, map));
      const row = Array.from({ length: d }, (_, i) => i);
      for (const i of row) {
        for (const j of row) {
          const terms = row.flatMap((k) =>
            row.flatMap((l) =>
              row.map((m) => t[i * d + k]! * factor[k * d + m]! * factor[l * d + m]! * t[j * d + l]!),
            ),
          );
          const sum = terms.reduce((total, term) => total + term, 0);
          const products = terms.reduce((total, term) => total + Math.abs(term), 0);
          // The factor of low rank is made by rotations, which leave roundings of its rows' lengths everywhere.
          const lengths = Math.sqrt(actual[i * (d + 1)]! * actual[j * (d + 1)]!);
          const size = covariance.form === 'low-rank' ? Math.max(products, lengths) : products;
          expect(Math.abs(actual[i * d + j]! - sum)).toBeLessThanOrEqual(rounding * size);
        }
      }
    }),
  );
});

test('The log-determinant grows by twice the logarithms of the diagonal of the map.', () => {
  fc.assert(
    fc.property(anything, ({ covariance, map }) => {
      const growth = diagonalOfMap(map).reduce((sum, factor) => sum + 2 * Math.log(factor), 0);
      const difference = logDeterminant(mapCovariance(covariance, map)) - logDeterminant(covariance);
      expect(Math.abs(difference - growth)).toBeLessThan(rounding * 20); // logarithms up to 20
    }),
  );
});

test('The inverse of a map takes a point where undoing the map takes it.', () => {
  fc.assert(
    fc.property(anything, ({ map, point }) => {
      const [undone, mapped] = [new Float64Array(point.length), new Float64Array(point.length)];
      undoMapInto(undone, point, map);
      applyMapInto(mapped, point, invertMap(map));
      // Both are off by rounding times the condition number of T, which is below 100.
      const size = undone.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 1);
      for (const [j, value] of undone.entries()) {
        expect(Math.abs(mapped[j]! - value)).toBeLessThanOrEqual(1e-13 * size);
      }
    }),
  );
});
