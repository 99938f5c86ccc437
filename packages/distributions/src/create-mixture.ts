import type { Covariance } from '@gaussmix/covariance';
import { checkMixture } from './check-mixture.ts';
import type { Mixture } from './mixture.ts';

/** What a mixture is made of. */
export interface MixtureParts {
  /** K numbers, not negative, that sum to 1 (to 1e-6). */
  readonly weights: ArrayLike<number>;
  /** K means of d numbers. */
  readonly means: ArrayLike<ArrayLike<number>>;
  /** K covariances of dimension d. */
  readonly covariances: readonly Covariance[];
  /** d numbers near the data; zeros when absent. */
  readonly origin?: ArrayLike<number>;
  /** K offsets mean - origin of d numbers, which must agree with the means (to 1e-9); computed when absent. */
  readonly offsets?: ArrayLike<ArrayLike<number>>;
}

/**
 * A mixture from its parts, which are copied (covariances are shared, being immutable).
 *
 * @returns plain data, checked
 * @throws GaussmixError "shape", "weights", "not-finite" or "not-positive-definite", naming the component, counted from 1
 */
export function createMixture(parts: MixtureParts): Mixture {
  const weights = Float64Array.from(parts.weights);
  const means = vectorsOf(parts.means);
  const dimension = means[0]?.length ?? 0;
  const origin = parts.origin ? Float64Array.from(parts.origin) : new Float64Array(dimension);
  const offsets = parts.offsets
    ? vectorsOf(parts.offsets)
    : means.map((mean) => mean.map((value, j) => value - origin[j]!));
  const mixture = { dimension, weights, means, covariances: [...parts.covariances], origin, offsets };
  checkMixture(mixture, 'createMixture');
  return mixture;
}

function vectorsOf(rows: ArrayLike<ArrayLike<number>>): Float64Array[] {
  return Array.from(rows, (row) => Float64Array.from(row));
}
