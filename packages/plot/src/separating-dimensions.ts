import type { Mixture } from '@gaussmix/distributions';
import { standardDeviations } from './standard-deviations.ts';

/**
 * The columns in which the components' means lie farthest apart, for their spread.
 *
 *   F_j = sum_k w_k (mu_kj - mu_j)^2 / sum_k w_k Sigma_k[j, j],   mu_j = sum_k w_k mu_kj
 *
 * @param count  how many at most
 * @returns coordinates, ascending; all d when count is not less. Equal columns: the first
 */
export function separatingDimensions(mixture: Mixture, count: number): number[] {
  const all = Array.from({ length: mixture.dimension }, (_, j) => j);
  if (mixture.dimension <= count) return all;
  const deviations = mixture.covariances.map(standardDeviations);
  const separations = all.map((j) =>
    separation({
      weights: mixture.weights,
      centers: mixture.offsets.map((offset) => offset[j]!),
      deviations: deviations.map((deviation) => deviation[j]!),
    }),
  );
  return all
    .sort((a, b) => separations[b]! - separations[a]! || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** K components in one column. */
interface ColumnOfMixture {
  readonly weights: Float64Array;
  readonly centers: readonly number[];
  readonly deviations: readonly number[];
}

/** The square root of F_j, each term taken relative to the largest deviation, so that no square overflows. */
function separation({ weights, centers, deviations }: ColumnOfMixture): number {
  const unit = Math.max(...deviations);
  const mean = centers.reduce((sum, center, k) => sum + weights[k]! * center, 0);
  let [between, within] = [0, 0];
  for (let k = 0; k < weights.length; k++) {
    const distance = (centers[k]! - mean) / unit;
    const deviation = deviations[k]! / unit;
    between += weights[k]! * distance * distance;
    within += weights[k]! * deviation * deviation;
  }
  return Math.sqrt(between / within);
}
