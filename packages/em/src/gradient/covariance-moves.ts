import {
  type Covariance,
  type CovarianceStructure,
  SingularCovarianceError,
  toFactor,
} from '@gaussmix/covariance';
import { exp } from '@gaussmix/kernels';
import { invertLower, multiplyByTranspose, multiplyLowers, symmetricEigen } from '@gaussmix/linalg';
import { scatterAdder } from '../loop/scatter-adder.ts';

/** K symmetric matrices X_k, d x d row-major: Sigma_k moves to L_k e^(X_k) L_k^T, Sigma_k = L_k L_k^T. */
export type CovarianceMoves = readonly Float64Array[];

/** The size of the moves that tangents are measured by: differences then keep seven digits. */
const SMALL = 1e-4;

/**
 * The covariances after a move, brought back to the family: what the structure makes of components with scatters
 * L_k e^(X_k) L_k^T that count for one row each.
 *
 * @returns K covariances; shared ones are the same object
 * @throws SingularCovarianceError where the move leads to no proper covariance
 *
 * O(K d^3) and an `estimate`.
 */
export function movedCovariances(
  covariances: readonly Covariance[],
  moves: CovarianceMoves,
  structure: CovarianceStructure,
): readonly Covariance[] {
  const components = covariances.length;
  const dimension = Math.round(Math.sqrt(moves[0]!.length));
  const directions = structure.directions?.({ components, dimension }, covariances);
  const breadth = directions
    ? 1 + directions[0]!.length / dimension
    : structure.moments === 'diagonal'
      ? 1
      : dimension;
  const scatters = Array.from(
    { length: structure.moments === 'pooled' ? 1 : components },
    () => new Float64Array(dimension * breadth),
  );
  const sums = { dimension, scatters, ...(directions && { directions }) };
  const add = scatterAdder(sums);
  for (const [k, move] of moves.entries()) {
    if (!move.every(Number.isFinite)) throw new SingularCovarianceError(k);
    for (const column of movedColumns(toFactor(covariances[k]!), move, dimension)) {
      if (!column.every(Number.isFinite)) throw new SingularCovarianceError(k);
      add(k, column, 1);
    }
  }
  return structure.estimate({ ...sums, counts: new Float64Array(components).fill(1) }, covariances);
}

/** d vectors whose squares y y^T sum to L e^X L^T: the columns of L V e^(values / 2), X = V diag(values) V^T. */
function movedColumns(factor: Float64Array, move: Float64Array, d: number): Float64Array[] {
  const { values, vectors } = symmetricEigen(move, d);
  return Array.from(values, (value, f) => {
    const size = exp(value / 2);
    return Float64Array.from({ length: d }, (_, i) => {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += factor[i * d + j]! * vectors[j * d + f]!;
      return sum * size;
    });
  });
}

/**
 * What of a move stays in the family: the derivative of {@link movedCovariances}.
 *
 * `estimate` finds the member that is nearest by -ln |Sigma_k| - tr(S_k Sigma_k^-1), summed over k. Near a member that is
 * minus half the squared distance sum_k |X_k|^2, so this is the orthogonal projection on the moves of the family; and for an
 * `estimate` that goes only some of the way, a move that climbs no less surely.
 *
 * @returns K moves; those given where the family is all covariances of their form
 */
export function movesInFamily(
  covariances: readonly Covariance[],
  moves: CovarianceMoves,
  structure: CovarianceStructure,
): CovarianceMoves {
  const components = covariances.length;
  const d = Math.round(Math.sqrt(moves[0]!.length));
  const ways = components * (structure.moments === 'diagonal' ? d : (d * (d + 1)) / 2);
  const size = moves.reduce((largest, move) => move.reduce((m, x) => Math.max(m, Math.abs(x)), largest), 0);
  if (structure.parameterCount(components, d) === ways || size === 0) return moves;
  const factor = SMALL / size;
  const [there, back] = [factor, -factor].map((by) => {
    const scaled = moves.map((move) => move.map((entry) => entry * by));
    return movesBetween(covariances, movedCovariances(covariances, scaled, structure));
  });
  return there!.map((move, k) => move.map((entry, e) => (entry - back![k]![e]!) / (2 * factor)));
}

/** How others lie to covariances, to first order. @returns L^-1 Sigma' L^-T - I of each */
export function movesBetween(
  covariances: readonly Covariance[],
  others: readonly Covariance[],
): CovarianceMoves {
  return covariances.map((covariance, k) => {
    const factor = toFactor(covariance);
    const d = Math.round(Math.sqrt(factor.length));
    const move = multiplyByTranspose(multiplyLowers(invertLower(factor, d), toFactor(others[k]!), d), d);
    for (let j = 0; j < d; j++) move[j * d + j] = move[j * d + j]! - 1;
    return move;
  });
}
