import {
  type ComponentMoments,
  type Covariance,
  type CovarianceStructure,
  leastVariance,
  SingularCovarianceError,
} from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import type { Sums } from '../moments.ts';
import { addRidge, diagonalStride, type Ridge } from './ridge.ts';
import { scatterAdder } from './scatter-adder.ts';

/** What an M-step depends on, beside the moments. All in the fit's coordinates. */
export interface MStepSettings {
  readonly structure: CovarianceStructure;
  readonly weights: 'free' | 'equal';
  readonly ridge: Ridge;
}

/** What the moments are about, and what iterative families start from. */
export interface Centers {
  readonly dimension: number;
  readonly origin: Float64Array;
  /** K means less the origin. */
  readonly offsets: readonly Float64Array[];
  /** The covariances of the pass before, if there was one. */
  readonly covariances?: readonly Covariance[];
}

/** What an M-step gives. */
export interface Maximized {
  readonly mixture: Mixture;
  /** Components that had to be held up because their covariance would have collapsed, counted from 0. */
  readonly heldUp: readonly number[];
}

/** Thrown when a component has no rows left. */
export class EmptyComponentError extends Error {
  /** @param component  counted from 0 */
  constructor(readonly component: number) {
    super(`component ${component + 1} is empty`);
  }
}

const EPSILON = 2.220446049250313e-16;

/** Attempts at holding components up: each lifts at least one, or lifts it sixteenfold. */
const ATTEMPTS = 100;

/** Below this a count's reciprocal and its moments are no longer exact. */
const SMALLEST_COUNT = 1e-290;

/**
 * The M-step: weights, means, and the covariances that the structure picks.
 *
 *   w_k = N_k / n,   mu_k' = mu_k + s_k / N_k,   S_k' = S_k - s_k s_k^T / N_k
 *
 * @param moments  about the means of `centers`
 * @throws EmptyComponentError, SingularCovarianceError
 */
export function maximize(moments: Sums, centers: Centers, settings: MStepSettings): Maximized {
  const { counts, deviations } = moments;
  const empty = counts.findIndex((count) => !(count > SMALLEST_COUNT));
  if (empty >= 0) throw new EmptyComponentError(empty);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weights = counts.map((count) => (settings.weights === 'free' ? count / total : 1 / counts.length));
  const shifts = deviations.map((deviation, k) => deviation.map((sum) => sum / counts[k]!));
  const { dimension, origin } = centers;
  const offsets = centers.offsets.map((offset, k) => offset.map((value, j) => value + shifts[k]![j]!));
  const centered = aboutNewMeans(moments, shifts);
  const { covariances, heldUp } = estimate(centered, centers.covariances, settings);
  const means = offsets.map((offset) => offset.map((value, j) => origin[j]! + value));
  return { mixture: { dimension, weights, means, covariances, origin, offsets }, heldUp };
}

/** Moments with scatters about the new means: what the shift of the mean explains is taken off. */
function aboutNewMeans(moments: Sums, shifts: readonly Float64Array[]): ComponentMoments {
  const { counts } = moments;
  const scatters = moments.scatters.map((scatter) => scatter.slice());
  const add = scatterAdder({ ...moments, scatters });
  for (const [k, shift] of shifts.entries()) add(k, shift, -counts[k]!);
  return { ...moments, scatters };
}

/**
 * The covariances, with the user's ridge. Where there is a floor and one falls below it, as much is added to its component's
 * scatter as is missing; a component that stays above is left alone to the last bit.
 */
function estimate(
  moments: ComponentMoments,
  previous: readonly Covariance[] | undefined,
  { structure, ridge }: MStepSettings,
): { readonly covariances: readonly Covariance[]; readonly heldUp: readonly number[] } {
  const { floor, metric } = ridge;
  const heights = moments.counts.map(() => ridge.height);
  const estimated = structure.parameterCount(heights.length, moments.dimension) > 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const covariances = structure.estimate(addRidge(moments, { metric, heights }), previous);
      const missing = covariances.map((covariance, k) =>
        floor > 0 && estimated && heights[k] === 0
          ? Math.max(0, floor - leastVariance(covariance, floor))
          : 0,
      );
      if (missing.every((height) => height === 0)) {
        return { covariances, heldUp: floor > 0 ? indicesAboveZero(heights) : [] };
      }
      for (const [k, height] of missing.entries()) heights[k] = heights[k]! + height;
    } catch (error) {
      if (floor === 0 || !(error instanceof SingularCovarianceError)) throw error;
      for (const k of heights.keys()) {
        if ((error.component ?? k) === k) {
          heights[k] = Math.max(16 * heights[k]!, leastRidge(moments, k, floor));
        }
      }
    }
  }
  throw new SingularCovarianceError(undefined);
}

/** The ridge that lifts a singular scatter out of rounding, and at least to the floor. */
function leastRidge(moments: ComponentMoments, k: number, floor: number): number {
  const { dimension: d, counts, scatters } = moments;
  const pooled = scatters.length === 1;
  const scatter = scatters[pooled ? 0 : k]!;
  const rows = pooled ? counts.reduce((sum, count) => sum + count, 0) : counts[k]!;
  const stride = diagonalStride(moments);
  let largest = 0;
  for (let j = 0; j < d; j++) largest = Math.max(largest, scatter[j * stride]! / rows);
  return Math.max(floor, 16 * d * EPSILON * largest);
}

function indicesAboveZero(values: Float64Array): number[] {
  return [...values.keys()].filter((k) => values[k]! > 0);
}
