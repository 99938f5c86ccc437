import type { TriangularMap } from '@gaussmix/covariance';
import { applyMapInto } from '@gaussmix/covariance';
import type { Coordinates } from '@gaussmix/distributions';
import { type Matrix, twoProductError, twoSumError } from '@gaussmix/linalg';

/**
 * The rows in other coordinates: z = T^-1 (x - origin).
 *
 * A triangular T is undone in twice the working precision, because almost collinear columns cancel: z keeps
 * all digits that the rows hold.
 *
 * @param z  n x d; receives the rows
 * @param x  n x d
 * @returns z
 *
 * O(n d^2) for a triangle, O(n d) else.
 */
export function conditionRowsInto(z: Matrix, x: Matrix, { origin, map }: Coordinates): Matrix {
  if (map.kind === 'triangular') {
    undoTriangle(z, x, { origin, map });
    return z;
  }
  const d = x.columns;
  const scales = new Float64Array(d).fill(1);
  applyMapInto(scales, scales, map);
  for (let i = 0; i < x.rows; i++) {
    for (let j = 0; j < d; j++) z.data[i * d + j] = (x.data[i * d + j]! - origin[j]!) / scales[j]!;
  }
  return z;
}

/** z_j = (x_j - c_j - sum_{i<j} T_ji z_i) / T_jj, each number as an unevaluated sum high + low. */
function undoTriangle(
  z: Matrix,
  x: Matrix,
  { origin, map }: { origin: Float64Array; map: TriangularMap },
): void {
  const d = x.columns;
  const highs = new Float64Array(d);
  const lows = new Float64Array(d);
  for (let at = 0; at < x.data.length; at += d) {
    for (let j = 0; j < d; j++) {
      let high = x.data[at + j]! - origin[j]!;
      let low = twoSumError(x.data[at + j]!, -origin[j]!, high);
      for (let i = 0; i < j; i++) {
        const entry = map.factor[j * d + i]!;
        const product = entry * highs[i]!;
        const difference = high - product;
        low +=
          twoSumError(high, -product, difference) -
          twoProductError(entry, highs[i]!, product) -
          entry * lows[i]!;
        high = difference;
      }
      const pivot = map.factor[j * d + j]!;
      const numerator = high + low;
      const numeratorLow = twoSumError(high, low, numerator);
      const quotient = numerator / pivot;
      const product = quotient * pivot;
      const remainder = numerator - product - twoProductError(quotient, pivot, product) + numeratorLow;
      highs[j] = quotient;
      lows[j] = remainder / pivot;
      z.data[at + j] = quotient + lows[j]!;
    }
  }
}
