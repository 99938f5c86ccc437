import {
  type ComponentMoments,
  type Covariance,
  type CovarianceStructure,
  leastVariance,
  mapCovariance,
  SingularCovarianceError,
} from '@gaussmix/covariance';
import { addRidge, diagonalStride, FLOOR } from '../loop/ridge.ts';
import type { Statistics } from './statistics.ts';

/** What an M-step depends on, beside the statistics. */
export interface OnlineMStep {
  readonly structure: CovarianceStructure;
  readonly regularization: number | 'auto';
  /** The variance of each column that a collapse is measured by. */
  readonly spread: Float64Array;
}

/** What an M-step gives. */
export interface EstimatedCovariances {
  readonly covariances: readonly Covariance[];
  /** Components that had to be held up, counted from 0. */
  readonly heldUp: readonly number[];
}

const EPSILON = 2.220446049250313e-16;

/** Attempts at holding components up: each lifts at least one, or lifts it sixteenfold. */
const ATTEMPTS = 100;

/**
 * The covariances that a structure picks for what is remembered. A component has collapsed when its least variance falls
 * below 1e-20 of the columns' own. With "auto" it gets as much as is missing, for this estimate alone: the statistics stay
 * as they are.
 *
 * @param previous  the covariances of the mixture before: the warm start of iterative families
 * @throws SingularCovarianceError
 */
export function estimateOnline(
  statistics: Statistics,
  previous: readonly Covariance[],
  { structure, regularization, spread }: OnlineMStep,
): EstimatedCovariances {
  const moments = momentsOf(statistics, previous, structure);
  const { counts, dimension: d } = moments;
  const unit = { kind: 'columns', factors: spread.map((variance) => 1 / Math.sqrt(variance)) } as const;
  const estimated = structure.parameterCount(counts.length, d) > 0;
  const missingOf = (covariance: Covariance): number =>
    estimated ? Math.max(0, FLOOR - leastVariance(mapCovariance(covariance, unit), FLOOR)) : 0;
  if (regularization === 'auto') {
    const estimate = (heights: Float64Array): readonly Covariance[] =>
      structure.estimate(addRidge(moments, { metric: spread, heights }), previous);
    const heights = new Float64Array(counts.length);
    return heldUpEstimate(heights, estimate, { missingOf, leastOf: (k) => leastHeight(moments, k, spread) });
  }
  const ridge = { metric: spread.map(() => 1), heights: counts.map(() => regularization) };
  const covariances = structure.estimate(addRidge(moments, ridge), previous);
  const lost = covariances.findIndex((covariance) => missingOf(covariance) > 0);
  if (lost < 0) return { covariances, heldUp: [] };
  throw new SingularCovarianceError(covariances.lastIndexOf(covariances[lost]!) === lost ? lost : undefined);
}

interface Lifts {
  /** What a covariance is short of the floor. */
  readonly missingOf: (covariance: Covariance) => number;
  /** The least height for a component whose scatter is singular. */
  readonly leastOf: (k: number) => number;
}

/** Estimates, with more under each component that needs it until none does; `heights` is changed. */
function heldUpEstimate(
  heights: Float64Array,
  estimate: (heights: Float64Array) => readonly Covariance[],
  { missingOf, leastOf }: Lifts,
): EstimatedCovariances {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const covariances = estimate(heights);
      const missing = covariances.map((covariance, k) => (heights[k] === 0 ? missingOf(covariance) : 0));
      if (missing.every((height) => height === 0)) {
        return { covariances, heldUp: [...heights.keys()].filter((k) => heights[k]! > 0) };
      }
      for (const [k, height] of missing.entries()) heights[k]! += height;
    } catch (error) {
      if (!(error instanceof SingularCovarianceError)) throw error;
      for (const k of heights.keys()) {
        if ((error.component ?? k) === k) heights[k] = Math.max(16 * heights[k]!, leastOf(k));
      }
    }
  }
  throw new SingularCovarianceError(undefined);
}

/** The height that lifts a singular scatter out of rounding, in units of the columns' own variances. */
function leastHeight(moments: ComponentMoments, k: number, spread: Float64Array): number {
  const { counts, scatters } = moments;
  const pooled = scatters.length < counts.length;
  const rows = pooled ? counts.reduce((sum, count) => sum + count, 0) : counts[k]!;
  const stride = diagonalStride(moments);
  let largest = 0;
  for (const [j, variance] of spread.entries()) {
    largest = Math.max(largest, scatters[pooled ? 0 : k]![j * stride]! / rows / variance);
  }
  return Math.max(FLOOR, 16 * spread.length * EPSILON * largest);
}

/** The moments that a structure reads; those that look at a sketch are shown one of the whole scatters. */
function momentsOf(
  { dimension, counts, scatters }: Statistics,
  previous: readonly Covariance[],
  structure: CovarianceStructure,
): ComponentMoments {
  const directions = structure.directions?.({ components: counts.length, dimension }, previous);
  if (!directions) return { dimension, counts, scatters };
  const sketches = scatters.map((scatter, k) => sketchOf(scatter, directions[k]!, dimension));
  return { dimension, counts, scatters: sketches, directions };
}

/** The diagonal of S, and then S V, d x q row-major. */
function sketchOf(scatter: Float64Array, directions: Float64Array, d: number): Float64Array {
  const q = directions.length / d;
  const sketch = new Float64Array(d + d * q);
  for (let i = 0; i < d; i++) {
    sketch[i] = scatter[i * d + i]!;
    for (let j = 0; j < d; j++) {
      for (let f = 0; f < q; f++) {
        const at = d + i * q + f;
        sketch[at] = sketch[at]! + scatter[i * d + j]! * directions[j * q + f]!;
      }
    }
  }
  return sketch;
}
