import {
  type ComponentMoments,
  type Covariance,
  type CovarianceStructure,
  invertMap,
  type LinearMap,
  type MomentShape,
  mapCovariance,
  toDense,
  toFactor,
} from '@gaussmix/covariance';
import { choleskyInto, invertLower, multiplyByTranspose, multiplyLowers } from '@gaussmix/linalg';
import { moveOf, triangleLength, triangleOf } from './score-coordinates.ts';

/** A member of a family of covariances, and how many rows each of its components holds. */
export interface Member {
  readonly structure: CovarianceStructure;
  readonly covariances: readonly Covariance[];
  /** N_k. */
  readonly counts: Float64Array;
  readonly dimension: number;
}

/** From moves of the scatters to moves of the covariances, in the coordinates of `moveOf`: K triangles each. */
export interface FamilyMap {
  /** K d (d + 1) / 2. */
  readonly length: number;
  /** One `estimate`, from the member on. */
  step(moves: Float64Array): Float64Array;
  /** `estimate` until it stands still: once, and once more to see that, where it finds the most likely member at once. */
  settle(moves: Float64Array): Float64Array;
  /** The largest share of a covariance that a move changes. */
  sizeOf(move: Float64Array): number;
}

/** A change of this share of a covariance is rounding. */
const STILL = 1e-13;

/** Structures that only climb, a step at a time, need hundreds of them. */
const MOST_ROUNDS = 10_000;

/**
 * What a structure makes of scatters near those of its own member:
 *
 *   S_k = N_k L_k (I + X_k) L_k^T  ->  estimate  ->  L_k (I + Y_k) L_k^T
 *
 * A member's own scatters give the member back, so that 0 goes to 0. The structure works where the covariances are as
 * round as it is closed under; lower triangular maps leave L_k^-1 (x - mu) as it is.
 *
 * @returns a function that can be differentiated
 */
export function familyMap(member: Member): FamilyMap {
  const { structure, counts, dimension: d } = member;
  const covariances = rounded(member);
  const factors = covariances.map(toFactor);
  const inverses = factors.map((factor) => invertLower(factor, d));
  const length = triangleLength(d);
  const scattersAt = (moves: Float64Array): Float64Array[] =>
    factors.map((factor, k) => {
      const move = moveOf(moves.subarray(k * length, (k + 1) * length), counts[k]!, d);
      for (let j = 0; j < d; j++) move[j * d + j] = move[j * d + j]! + 1;
      return congruence(factor, move, d).map((entry) => counts[k]! * entry);
    });
  const movesTo = (estimated: readonly Covariance[]): Float64Array => {
    const moves = new Float64Array(counts.length * length);
    for (const [k, covariance] of estimated.entries()) {
      const relative = multiplyByTranspose(multiplyLowers(inverses[k]!, toFactor(covariance), d), d);
      for (let j = 0; j < d; j++) relative[j * d + j] = relative[j * d + j]! - 1;
      moves.set(triangleOf(relative, counts[k]!, d), k * length);
    }
    return moves;
  };
  const size = { components: counts.length, dimension: d };
  const estimate = (scatters: readonly Float64Array[], previous: readonly Covariance[]) => {
    const directions = structure.directions?.(size, previous) ?? [];
    const read = momentsOfShape[structure.moments]({ dimension: d, counts, scatters }, directions);
    return structure.estimate(read, previous);
  };
  const sizeOf = (move: Float64Array): number =>
    move.reduce(
      (size, entry, at) => Math.max(size, Math.abs(entry) / Math.sqrt(counts[Math.floor(at / length)]!)),
      0,
    );
  return {
    length: counts.length * length,
    step: (moves) => movesTo(estimate(scattersAt(moves), covariances)),
    settle(moves) {
      const scatters = scattersAt(moves);
      let estimated = estimate(scatters, covariances);
      let settled = movesTo(estimated);
      for (let round = 0; round < MOST_ROUNDS; round++) {
        estimated = estimate(scatters, estimated);
        const next = movesTo(estimated);
        const change = sizeOf(next.map((entry, at) => entry - settled[at]!));
        settled = next;
        if (change < STILL) break;
      }
      return settled;
    },
    sizeOf,
  };
}

/** What a structure reads of full moments, by the shape that it asks for. */
const momentsOfShape: Readonly<
  Record<MomentShape, (full: ComponentMoments, along: readonly Float64Array[]) => ComponentMoments>
> = {
  full: (full) => full,
  pooled: (full) => ({ ...full, scatters: [sumOf(full.scatters)] }),
  diagonal: (full) => ({
    ...full,
    scatters: full.scatters.map((scatter) => diagonalOf(scatter, full.dimension)),
  }),
  sketch: (full, directions) => ({
    ...full,
    directions,
    scatters: full.scatters.map((scatter, k) =>
      Float64Array.of(
        ...diagonalOf(scatter, full.dimension),
        ...product(scatter, directions[k]!, full.dimension),
      ),
    ),
  }),
};

function diagonalOf(matrix: Float64Array, d: number): Float64Array {
  return matrix.filter((_, at) => at % (d + 1) === 0);
}

/** @returns S V, d x q row-major */
function product(s: Float64Array, v: Float64Array, d: number): Float64Array {
  const q = v.length / d;
  return Float64Array.from({ length: d * q }, (_, at) => {
    const row = Math.floor(at / q) * d;
    let sum = 0;
    for (let j = 0; j < d; j++) sum += s[row + j]! * v[j * q + (at % q)]!;
    return sum;
  });
}

/** The covariances in coordinates where they are round on average, as far as the family allows. */
function rounded({ structure, covariances, counts, dimension: d }: Member): readonly Covariance[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const average = sumOf(
    covariances.map((covariance, k) => toDense(covariance).map((entry) => (entry * counts[k]!) / total)),
  );
  const map = roundingMap(structure, average, d);
  if (map === undefined) return covariances;
  const inverse = invertMap(map);
  return covariances.map((covariance) => mapCovariance(covariance, inverse));
}

function roundingMap(
  { closedUnder }: CovarianceStructure,
  average: Float64Array,
  d: number,
): LinearMap | undefined {
  const variances = Float64Array.from({ length: d }, (_, j) => average[j * d + j]!);
  if (closedUnder === 'scaling') return { kind: 'columns', factors: variances.map(Math.sqrt) };
  if (closedUnder === 'rotation') {
    const variance = variances.reduce((sum, entry) => sum + entry / d, 0);
    return { kind: 'scale', dimension: d, factor: Math.sqrt(variance) };
  }
  if (closedUnder === 'translation') return undefined;
  const factor = new Float64Array(d * d);
  return choleskyInto(factor, average, d) < 0 ? { kind: 'triangular', dimension: d, factor } : undefined;
}

function sumOf(matrices: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(matrices[0]!.length);
  for (const matrix of matrices) for (const [at, entry] of matrix.entries()) sum[at] = sum[at]! + entry;
  return sum;
}

/**
 * What a symmetric matrix becomes when its space is mapped by a lower triangle.
 *
 * @returns L X L^T, d x d row-major
 */
export function congruence(lower: Float64Array, x: Float64Array, d: number): Float64Array {
  const half = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let k = 0; k <= i; k++) {
      const entry = lower[i * d + k]!;
      for (let j = 0; j < d; j++) half[i * d + j] = half[i * d + j]! + entry * x[k * d + j]!;
    }
  }
  const result = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += half[i * d + k]! * lower[j * d + k]!;
      result[i * d + j] = sum;
      result[j * d + i] = sum;
    }
  }
  return result;
}
