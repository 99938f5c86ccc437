import { createMatrix, type Matrix } from '@gaussmix/linalg';
import { type FamilyMap, familyMap, type Member } from './family-map.ts';
import { tangentOf } from './family-tangent.ts';
import { coordinatesPerComponent, triangleLength } from './score-coordinates.ts';

/** The free parameters of a mixture, as directions in the coordinates of all its components. */
export interface ParameterMoves {
  /**
   * K m x p, m coordinates per component: orthonormal columns, those of the weights first, then those of the means,
   * then those of the covariances.
   */
  readonly basis: Matrix;
  /** The columns of the covariances. */
  readonly tangent: readonly Float64Array[];
  readonly family: FamilyMap;
}

/**
 * The moves that a mixture's free parameters can make.
 *
 * @param weights  "equal" when they stay 1 / K
 * @returns p orthonormal directions
 */
export function parameterMoves(member: Member, weights: 'free' | 'equal'): ParameterMoves {
  const { structure, counts, dimension: d } = member;
  const components = counts.length;
  const family = familyMap(member);
  const tangent = tangentOf(family, structure.parameterCount(components, d));
  const shares = weights === 'free' ? movesOfShares(counts) : [];
  const m = coordinatesPerComponent(d);
  const basis = createMatrix(components * m, shares.length + components * d + tangent.length);
  const set = (row: number, column: number, value: number): void => {
    basis.data[row * basis.columns + column] = value;
  };
  for (const [column, share] of shares.entries()) {
    for (const [k, value] of share.entries()) set(k * m, column, value);
  }
  const firstMean = shares.length;
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < d; j++) set(k * m + 1 + j, firstMean + k * d + j, 1);
  }
  const length = triangleLength(d);
  for (const [j, direction] of tangent.entries()) {
    const column = firstMean + components * d + j;
    for (const [e, value] of direction.entries()) {
      set(Math.floor(e / length) * m + 1 + d + (e % length), column, value);
    }
  }
  return { basis, tangent, family };
}

/**
 * K - 1 moves of the weights that keep their sum: an orthonormal basis of what is orthogonal to sqrt(N_k), by a
 * reflection that takes sqrt(N_k) to the last axis.
 */
function movesOfShares(counts: Float64Array): Float64Array[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const normal = counts.map((count) => Math.sqrt(count / total));
  const last = counts.length - 1;
  normal[last] = normal[last]! + 1;
  const square = 2 * normal[last]!;
  return Array.from({ length: last }, (_, j) =>
    normal.map((entry, k) => (k === j ? 1 : 0) - (2 * entry * normal[j]!) / square),
  );
}
