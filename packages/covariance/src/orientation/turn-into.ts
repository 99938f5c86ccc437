import { multiplyInto } from './multiply-into.ts';
import { congruenceInto, logDiagonal, type Position } from './position.ts';

/** A turn of all planes at once, and room to make a rotation of it. */
export interface Turn {
  /** V, d x d row-major, skew: column p of D moves by sum_q V_qp of column q. */
  readonly angles: Float64Array;
  /** How much it costs to move each axis: d numbers. */
  readonly stiffness: Float64Array;
  /** Q^T, d x d row-major. */
  readonly rotation: Float64Array;
  /** d numbers. */
  readonly half: Float64Array;
}

/**
 * Goes along a turn: D becomes D Q, Q the columns of I + share V made orthonormal, those of the stiffest axes first.
 *
 * An axis in which a component is almost flat must stay in that plane, which is a matter of the square root of its variance.
 * Such an axis goes straight where Newton's method sends it, and the lax ones make room for it; by any other rotation that
 * is equal to first order, all turn each other, and steps have to be short.
 *
 * @param to  receives the position; not the one it starts from
 *
 * O(K d^3).
 */
export function turnInto(to: Position, from: Position, turn: Turn & { readonly share: number }): void {
  const d = to.dimension;
  const { rotation, half } = turn;
  rotationInto(rotation, turn);
  multiplyInto(to.axes, rotation, from.axes);
  for (let k = 0; k < to.scatters.length; k++) {
    congruenceInto(to.scatters[k]!, rotation, { scatter: from.scatters[k]!, half });
    const gained = logDiagonal(to.scatters[k]!, d) - logDiagonal(from.scatters[k]!, d);
    to.logDeterminants[k] = from.logDeterminants[k]! + gained;
  }
}

/** Gram and Schmidt's way, once: no column of I + V is shorter than 1, nor near the span of others. */
function rotationInto(
  out: Float64Array,
  { angles, stiffness, share }: Pick<Turn, 'angles' | 'stiffness'> & { readonly share: number },
): void {
  const d = stiffness.length;
  const order = Array.from(stiffness.keys()).sort((p, q) => stiffness[q]! - stiffness[p]! || p - q);
  for (let at = 0; at < d; at++) {
    const row = order[at]! * d;
    for (let q = 0; q < d; q++) out[row + q] = share * angles[q * d + order[at]!]!;
    out[row + order[at]!] = 1;
    for (let before = 0; before < at; before++) {
      const other = order[before]! * d;
      const common = rowsProduct(out, row, other);
      for (let q = 0; q < d; q++) out[row + q] = out[row + q]! - common * out[other + q]!;
    }
    const length = Math.sqrt(rowsProduct(out, row, row));
    for (let q = 0; q < d; q++) out[row + q] = out[row + q]! / length;
  }
}

/** The inner product of two rows of a matrix. */
function rowsProduct(matrix: Float64Array, row: number, other: number): number {
  const d = Math.sqrt(matrix.length);
  let sum = 0;
  for (let q = 0; q < d; q++) sum += matrix[row + q]! * matrix[other + q]!;
  return sum;
}
