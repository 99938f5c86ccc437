import { choleskyInto } from '@gaussmix/linalg';
import type { Covariance } from '../covariance.ts';
import { dimensionOf, toDense } from '../form-of.ts';
import type { ComponentMoments, CovarianceStructure, MomentShape } from '../structure.ts';
import { randomCovariance } from './random-matrices.ts';
import type { Sequence } from './sequence.ts';
import { congruence, diagonalMatrix, diagonalOf } from './square-matrices.ts';

/**
 * Full moments of K components in general position: each with a count of its own (not whole, as sums of
 * responsibilities are not) and a well-conditioned scatter of its own.
 */
export function randomMoments(numbers: Sequence, components: number, dimension: number): ComponentMoments {
  const counts = Float64Array.from({ length: components }, () => numbers.between(5, 30));
  return {
    dimension,
    counts,
    scatters: Array.from(counts, (count) =>
      randomCovariance(numbers, dimension).map((entry) => count * entry),
    ),
  };
}

/**
 * What a structure reads of full moments; of a sketch, in the directions in which it looks after `previous`.
 *
 * @returns moments of the shape that it reads, which share no memory with the full ones
 */
export function momentsFor(
  structure: CovarianceStructure,
  full: ComponentMoments,
  previous?: readonly Covariance[],
): ComponentMoments {
  const { dimension, counts, scatters } = full;
  const { moments } = structure;
  if (moments !== 'sketch') {
    return { dimension, counts: counts.slice(), scatters: scattersOfShape(scatters, moments, dimension) };
  }
  const given = structure.directions!({ components: counts.length, dimension }, previous);
  const directions = given.map((along) => along.slice());
  const sketches = scatters.map((scatter, k) => sketchOf(scatter, directions[k]!, dimension));
  return { dimension, counts: counts.slice(), scatters: sketches, directions };
}

/** The diagonal of S, then S V. */
function sketchOf(scatter: Float64Array, along: Float64Array, d: number): Float64Array {
  const q = along.length / d;
  const sketch = new Float64Array(d + d * q);
  sketch.set(diagonalOf(scatter, d));
  for (let i = 0; i < d; i++) {
    for (let f = 0; f < q; f++) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += scatter[i * d + j]! * along[j * q + f]!;
      sketch[d + i * q + f] = sum;
    }
  }
  return sketch;
}

function scattersOfShape(
  scatters: readonly Float64Array[],
  shape: Exclude<MomentShape, 'sketch'>,
  d: number,
): Float64Array[] {
  if (shape === 'full') return scatters.map((scatter) => scatter.slice());
  if (shape === 'diagonal') return scatters.map((scatter) => diagonalOf(scatter, d));
  const pooled = new Float64Array(d * d);
  for (const scatter of scatters) for (let at = 0; at < d * d; at++) pooled[at] = pooled[at]! + scatter[at]!;
  return [pooled];
}

/**
 * The full moments of the data T x, given those of x: T S_k T^T.
 *
 * @param t  T, d x d row-major
 */
export function mapMoments(full: ComponentMoments, t: Float64Array): ComponentMoments {
  return { ...full, scatters: full.scatters.map((scatter) => congruence(t, scatter, full.dimension)) };
}

/** The full moments that a family fits exactly: N_k Sigma_k. */
export function momentsOfMembers(members: readonly Covariance[], counts: Float64Array): ComponentMoments {
  return {
    dimension: dimensionOf(members[0]!),
    counts,
    scatters: members.map((member, k) => toDense(member).map((entry) => counts[k]! * entry)),
  };
}

/** One way to move the moments: in component k, along entry (i, j) of the symmetric matrices. */
export interface Direction {
  readonly component: number;
  readonly row: number;
  readonly column: number;
}

/** @returns every way to move full moments: K d (d + 1) / 2 directions, which span all others */
export function allDirections({ counts, dimension }: ComponentMoments): Direction[] {
  const directions: Direction[] = [];
  for (let component = 0; component < counts.length; component++) {
    for (let row = 0; row < dimension; row++) {
      for (let column = 0; column <= row; column++) directions.push({ component, row, column });
    }
  }
  return directions;
}

/**
 * Moves the scatter of one component, measured in its own units:
 *
 *   S_k -> A (I + step E) A^T,   S_k = A A^T,   E = 1 at (i, j) and (j, i), else 0
 *
 * It stays positive definite while |step| < 1.
 */
export function moveMoments(full: ComponentMoments, direction: Direction, step: number): ComponentMoments {
  const { dimension: d } = full;
  const { component, row, column } = direction;
  const factor = new Float64Array(d * d);
  choleskyInto(factor, full.scatters[component]!, d);
  const inner = diagonalMatrix(new Float64Array(d).fill(1));
  inner[row * d + column] = inner[row * d + column]! + step;
  inner[column * d + row] = inner[row * d + column]!;
  const moved = congruence(factor, inner, d);
  return { ...full, scatters: full.scatters.map((scatter, k) => (k === component ? moved : scatter)) };
}
