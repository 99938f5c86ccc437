import type { Matrix } from '@gaussmix/linalg';
import { choleskyInto, createMatrix, invertLower } from '@gaussmix/linalg';
import { responseOf } from './family-tangent.ts';
import type { ParameterMoves } from './parameter-moves.ts';
import type { RowScores } from './row-scores.ts';

/** What the rows say of the parameters at a mixture. */
export interface ObservedInformation {
  /** p: the gradient of the log-likelihood. */
  readonly score: Float64Array;
  /** Minus its second derivative, p x p. */
  readonly information: Matrix;
}

/**
 * The observed information of Louis: what complete data would tell, less what is not known of the components.
 *
 *   I = E(-d^2 l_c | x) - sum_i ( sum_k tau_ik g_ik g_ik^T - s_i s_i^T ),   s_i = sum_k tau_ik g_ik
 *
 * in moves for which the first term is I, but for the curvature of the family of covariances.
 *
 * @returns score and information at the mixture; undefined when complete data would not determine the covariances
 *
 * O(n (K m^2 + K m p + p^2)), m = 1 + d + d (d + 1) / 2. Louis (1982), Journal of the Royal Statistical Society B 44, 226-233.
 */
export function observedInformation(
  rows: RowScores,
  { basis, tangent, family }: ParameterMoves,
): ObservedInformation | undefined {
  const { rows: length, columns: p } = basis;
  const components = rows.counts.length;
  const m = length / components;
  const squares = Array.from(rows.counts, () => new Float64Array(m * m));
  const sums = new Float64Array(length);
  const information = createMatrix(p, p);
  const own = new Float64Array(p);
  rows.forEach((posteriors, scores) => {
    own.fill(0);
    for (let k = 0; k < components; k++) {
      if (scores[k * m] === 0) continue;
      addSquare(squares[k]!, scores.subarray(k * m, (k + 1) * m), 1 / posteriors[k]!);
      for (let e = k * m; e < (k + 1) * m; e++) {
        sums[e] = sums[e]! + scores[e]!;
        for (let j = 0; j < p; j++) own[j] = own[j]! + scores[e]! * basis.data[e * p + j]!;
      }
    }
    addSquare(information.data, own, 1);
  });
  mirror(information.data);
  for (const square of squares) mirror(square);
  for (const [k, square] of squares.entries()) takeOffProjected(information, square, { basis, from: k * m });
  if (!addComplete(information, responseOf(family, movesIn(sums, m, family.length / components), tangent)))
    return undefined;
  const score = new Float64Array(p);
  for (let e = 0; e < length; e++) {
    for (let j = 0; j < p; j++) score[j] = score[j]! + sums[e]! * basis.data[e * p + j]!;
  }
  return { score, information };
}

/** matrix += factor v v^T, the lower triangle alone. */
function addSquare(matrix: Float64Array, v: Float64Array, factor: number): void {
  const p = v.length;
  for (let i = 0; i < p; i++) {
    const entry = factor * v[i]!;
    if (entry === 0) continue;
    for (let j = 0; j <= i; j++) matrix[i * p + j] = matrix[i * p + j]! + entry * v[j]!;
  }
}

/** The upper triangle from the lower. */
function mirror(matrix: Float64Array): void {
  const p = Math.round(Math.sqrt(matrix.length));
  for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) matrix[j * p + i] = matrix[i * p + j]!;
}

/** information -= P^T B P, P the rows of the basis from a component's first on. */
function takeOffProjected(
  information: Matrix,
  block: Float64Array,
  { basis, from }: { readonly basis: Matrix; readonly from: number },
): void {
  const p = basis.columns;
  const m = Math.round(Math.sqrt(block.length));
  const half = new Float64Array(p);
  for (let e = 0; e < m; e++) {
    half.fill(0);
    for (let f = 0; f < m; f++) {
      const entry = block[e * m + f]!;
      for (let j = 0; j < p; j++) half[j] = half[j]! + entry * basis.data[(from + f) * p + j]!;
    }
    for (let i = 0; i < p; i++) {
      const entry = basis.data[(from + e) * p + i]!;
      if (entry === 0) continue;
      for (let j = 0; j < p; j++) {
        information.data[i * p + j] = information.data[i * p + j]! - entry * half[j]!;
      }
    }
  }
}

/** The triangles of the covariances among the coordinates of all components. */
function movesIn(coordinates: Float64Array, m: number, length: number): Float64Array {
  return coordinates.filter((_, e) => e % m >= m - length);
}

/** Adds the information of complete data: I, and for the covariances the inverse of their response. */
function addComplete(information: Matrix, response: Float64Array): boolean {
  const p = information.columns;
  const own = Math.round(Math.sqrt(response.length));
  const rest = p - own;
  for (let j = 0; j < rest; j++) information.data[j * p + j] = information.data[j * p + j]! + 1;
  const symmetric = response.map(
    (entry, at) => (entry + response[(at % own) * own + Math.floor(at / own)]!) / 2,
  );
  const factor = new Float64Array(own * own);
  if (choleskyInto(factor, symmetric, own) >= 0) return false;
  const inverse = invertLower(factor, own);
  for (let i = 0; i < own; i++) {
    for (let j = 0; j < own; j++) {
      let sum = 0;
      for (let k = Math.max(i, j); k < own; k++) sum += inverse[k * own + i]! * inverse[k * own + j]!;
      const at = (rest + i) * p + rest + j;
      information.data[at] = information.data[at]! + sum;
    }
  }
  return true;
}
