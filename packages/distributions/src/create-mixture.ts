import { type Covariance, dimensionOf } from '@gaussmix/covariance';
import { GaussmixError } from '@gaussmix/kernels';
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
  /** K offsets mean - origin of d numbers; computed when absent. */
  readonly offsets?: ArrayLike<ArrayLike<number>>;
}

const WEIGHT_SUM_TOLERANCE = 1e-6;

/**
 * A mixture from its parts, which are copied (covariances are shared, being immutable).
 *
 * @returns plain data, checked
 * @throws GaussmixError "shape" or "weights", naming the component, counted from 1
 */
export function createMixture(parts: MixtureParts): Mixture {
  const weights = Float64Array.from(parts.weights);
  const means = Array.from(parts.means, (mean) => Float64Array.from(mean));
  const dimension = means[0]?.length ?? 0;
  checkWeights(weights);
  checkLengths('means', means, { components: weights.length, dimension });
  checkCovariances(parts.covariances, { components: weights.length, dimension });
  const origin = parts.origin ? Float64Array.from(parts.origin) : new Float64Array(dimension);
  checkLengths('origins', [origin], { components: 1, dimension });
  const offsets = parts.offsets
    ? Array.from(parts.offsets, (offset) => Float64Array.from(offset))
    : means.map((mean) => mean.map((value, j) => value - origin[j]!));
  checkLengths('offsets', offsets, { components: weights.length, dimension });
  return { dimension, weights, means, covariances: [...parts.covariances], origin, offsets };
}

function checkWeights(weights: Float64Array): void {
  if (weights.length === 0) fail('shape', 'there must be at least one component, got none');
  let sum = 0;
  for (const [k, weight] of weights.entries()) {
    if (!(weight >= 0 && weight <= 1)) fail('weights', `weight ${k + 1} must be from 0 to 1, got ${weight}`);
    sum += weight;
  }
  if (Math.abs(sum - 1) > WEIGHT_SUM_TOLERANCE) fail('weights', `weights must sum to 1, got a sum of ${sum}`);
}

interface Shape {
  readonly components: number;
  readonly dimension: number;
}

function checkLengths(
  what: string,
  vectors: readonly Float64Array[],
  { components, dimension }: Shape,
): void {
  if (vectors.length !== components) {
    fail('shape', `there must be as many ${what} as weights (${components}), got ${vectors.length}`);
  }
  for (const [k, vector] of vectors.entries()) {
    if (vector.length !== dimension || dimension === 0) {
      fail(
        'shape',
        `${what} must have the same number of entries (${dimension}), at least 1; number ${k + 1} has ${vector.length}`,
      );
    }
    const bad = vector.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0)
      fail('shape', `${what} must be finite, got ${vector[bad]} in entry ${bad + 1} of number ${k + 1}`);
  }
}

function checkCovariances(covariances: readonly Covariance[], { components, dimension }: Shape): void {
  if (covariances.length !== components) {
    fail('shape', `there must be as many covariances as weights (${components}), got ${covariances.length}`);
  }
  for (const [k, covariance] of covariances.entries()) {
    if (dimensionOf(covariance) !== dimension) {
      fail(
        'shape',
        `covariance ${k + 1} must have the means' dimension (${dimension}), got ${dimensionOf(covariance)}`,
      );
    }
  }
}

function fail(code: string, what: string): never {
  throw new GaussmixError(code, `createMixture: ${what}.`);
}
