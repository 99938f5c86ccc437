import type { Random } from '@gaussmix/random';
import type { StructureName } from '../cells.ts';
import type { Truth } from './truth.ts';

/** Where every program starts. */
export interface Start {
  /** K, equal. */
  readonly weights: Float64Array;
  /** K x d, row-major. */
  readonly means: Float64Array;
  /** full: K d x d; tied: d x d; diag: K x d variances; spherical: K variances. */
  readonly covariances: Float64Array;
}

/** How far the start's means lie from the true ones, in Mahalanobis distance. */
export const START_DISTANCE = 0.5;

/**
 * A start near the truth: equal weights, each mean moved by half a standard deviation in a random direction, and
 * for every component the average of the true covariances.
 */
export function startOf(truth: Truth, structure: StructureName, random: Random): Start {
  const { means, factors } = truth;
  const [K, d] = [means.length, means[0]!.length];
  const moved = new Float64Array(K * d);
  means.forEach((mean, k) => {
    const direction = Float64Array.from({ length: d }, () => random.normal());
    const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
    for (let i = 0; i < d; i++) {
      let step = 0;
      for (let j = 0; j <= i; j++) step += factors[k]![i * d + j]! * direction[j]!;
      moved[k * d + i] = mean[i]! + (START_DISTANCE * step) / length;
    }
  });
  return {
    weights: new Float64Array(K).fill(1 / K),
    means: moved,
    covariances: asStored(averageCovariance(factors, d), { structure, K, d }),
  };
}

/** Average of L L^T over the components, d x d. */
function averageCovariance(factors: readonly Float64Array[], d: number): Float64Array {
  const average = new Float64Array(d * d);
  for (const factor of factors) {
    for (let i = 0; i < d; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let l = 0; l <= j; l++) sum += factor[i * d + l]! * factor[j * d + l]!;
        average[i * d + j]! += sum / factors.length;
        if (j < i) average[j * d + i] = average[i * d + j]!;
      }
    }
  }
  return average;
}

function asStored(
  covariance: Float64Array,
  { structure, K, d }: { structure: StructureName; K: number; d: number },
): Float64Array {
  if (structure === 'tied') return covariance;
  const variances = Float64Array.from({ length: d }, (_, i) => covariance[i * d + i]!);
  const one = { full: covariance, diag: variances, spherical: variances.subarray(0, 1) }[structure];
  return Float64Array.from({ length: K * one.length }, (_, i) => one[i % one.length]!);
}
