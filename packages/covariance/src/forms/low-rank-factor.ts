import type { LowRankCovariance } from '../covariance.ts';

/** A square root of Sigma = Lambda Lambda^T + Psi: L = Psi^1/2 (I + Q (C - I) Q^T), Sigma = L L^T. */
export interface LowRankFactor {
  /** q. */
  readonly rank: number;
  /** The roots of the noise: d numbers. */
  readonly deviations: Float64Array;
  /** Q: d x q row-major, orthonormal columns, or zeros where a column of loadings adds nothing to those before it. */
  readonly basis: Float64Array;
  /** R: upper triangular, q x q row-major, with Psi^-1/2 Lambda = Q R. */
  readonly triangle: Float64Array;
  /** C: lower triangular, q x q row-major, of which no entry on the diagonal is below 1. */
  readonly middle: Float64Array;
}

/** A column of which less is left than this, beside those before it, is rounding. */
const NOTHING = 1e-15;

/**
 * A square root that is applied, and undone, in O(d q), and from which no digits cancel where noise is small:
 *
 *   Psi^-1/2 Lambda = Q R,   C C^T = I + R R^T,   L^-1 = (I + Q (C^-1 - I) Q^T) Psi^-1/2
 *
 * Q by Gram and Schmidt, again where more than half of a column was taken off (Giraud, Langou & Rozloznik 2005). O(d q^2).
 */
export function lowRankFactor({ loadings, noise }: LowRankCovariance): LowRankFactor {
  const d = noise.length;
  const q = loadings.length / d;
  const deviations = noise.map(Math.sqrt);
  const triangle = new Float64Array(q * q);
  const columns: Float64Array[] = [];
  for (let f = 0; f < q; f++) {
    const column = deviations.map((deviation, j) => loadings[j * q + f]! / deviation);
    const whole = lengthOf(column);
    let before = Infinity;
    let left = whole;
    while (left > NOTHING * whole && left < before / 2) {
      before = left;
      for (const [g, other] of columns.entries()) triangle[g * q + f]! += takeOff(column, other);
      left = lengthOf(column);
    }
    if (!(left > NOTHING * whole)) left = 0;
    triangle[f * q + f] = left;
    for (let j = 0; j < d; j++) column[j] = left > 0 ? column[j]! / left : 0;
    columns.push(column);
  }
  const basis = new Float64Array(d * q);
  for (let at = 0; at < d * q; at++) basis[at] = columns[at % q]![Math.floor(at / q)]!;
  const middle = triangleOf(new Float64Array(q).fill(1), triangle);
  return { rank: q, deviations, basis, triangle, middle };
}

function lengthOf(column: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < column.length; j++) sum += column[j]! * column[j]!;
  return Math.sqrt(sum);
}

/** Takes off a column what lies along a unit vector. @returns how much that was */
function takeOff(column: Float64Array, unit: Float64Array): number {
  let share = 0;
  for (let j = 0; j < column.length; j++) share += column[j]! * unit[j]!;
  for (let j = 0; j < column.length; j++) column[j]! -= share * unit[j]!;
  return share;
}

/**
 * The lower triangle L with L L^T = diag(deviations^2) + Lambda Lambda^T: a diagonal, turned by rotations that take up one
 * column of loadings after another. Nothing cancels.
 *
 * @param deviations  d positive numbers
 * @param loadings  d x q row-major
 * @returns d x d row-major
 */
export function triangleOf(deviations: Float64Array, loadings: Float64Array): Float64Array {
  const d = deviations.length;
  const q = loadings.length / d;
  const factor = new Float64Array(d * d);
  for (let j = 0; j < d; j++) factor[j * (d + 1)] = deviations[j]!;
  for (let f = 0; f < q; f++) {
    const column = new Float64Array(d);
    for (let i = 0; i < d; i++) column[i] = loadings[i * q + f]!;
    for (let j = 0; j < d; j++) {
      const length = Math.sqrt(factor[j * (d + 1)]! * factor[j * (d + 1)]! + column[j]! * column[j]!);
      const cos = factor[j * (d + 1)]! / length;
      const sin = column[j]! / length;
      for (let i = j; i < d; i++) {
        const entry = factor[i * d + j]!;
        factor[i * d + j] = cos * entry + sin * column[i]!;
        column[i] = cos * column[i]! - sin * entry;
      }
    }
  }
  return factor;
}
