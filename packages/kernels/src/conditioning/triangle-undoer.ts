import type { RowBlock } from '../mixture/block-accumulator.ts';
import { twoProductError, twoSumError } from './exact.ts';

/** Coordinates z of rows x = c + T z. */
export interface TriangularCoordinates {
  /** c: d numbers. */
  readonly origin: Float64Array;
  /** T: d x d row-major, lower triangular. */
  readonly factor: Float64Array;
}

/** Writes rows `from` to `to` of a block in other coordinates, to the same place in `out`. */
export type TriangleUndoer = (out: Float64Array, block: RowBlock) => void;

/**
 * Moves one block of rows after another to other coordinates, z = T^-1 (x - c), in twice the working precision: almost
 * collinear columns cancel, and z keeps all digits that the rows hold.
 *
 *   z_j = (x_j - c_j - sum_{i<j} T_ji z_i) / T_jj,   each number as an unevaluated sum high + low
 *
 * @returns a function of a block; it works in room of its own, so it serves one caller at a time
 *
 * O(d^2) a row.
 */
export function triangleUndoer({ origin, factor }: TriangularCoordinates): TriangleUndoer {
  const d = origin.length;
  const highs = new Float64Array(d);
  const lows = new Float64Array(d);
  return (out, { rows, from, to }) => {
    for (let at = from * d; at < to * d; at += d) {
      for (let j = 0; j < d; j++) {
        let high = rows[at + j]! - origin[j]!;
        let low = twoSumError(rows[at + j]!, -origin[j]!, high);
        for (let i = 0; i < j; i++) {
          const entry = factor[j * d + i]!;
          const product = entry * highs[i]!;
          const difference = high - product;
          low +=
            twoSumError(high, -product, difference) -
            twoProductError(entry, highs[i]!, product) -
            entry * lows[i]!;
          high = difference;
        }
        const pivot = factor[j * d + j]!;
        const numerator = high + low;
        const numeratorLow = twoSumError(high, low, numerator);
        const quotient = numerator / pivot;
        const product = quotient * pivot;
        const remainder = numerator - product - twoProductError(quotient, pivot, product) + numeratorLow;
        highs[j] = quotient;
        lows[j] = remainder / pivot;
        out[at + j] = quotient + lows[j]!;
      }
    }
  };
}
