import type { Mixture } from '@gaussmix/distributions';
import { standardDeviation } from './standard-deviation.ts';

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
  const separations = all.map((dimension) => separation(mixture, dimension));
  return all
    .sort((a, b) => separations[b]! - separations[a]! || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** The square root of F_j, each term taken relative to the largest deviation, so that no square overflows. */
function separation({ weights, offsets, covariances }: Mixture, j: number): number {
  const deviations = covariances.map((covariance) => standardDeviation(covariance, j));
  const unit = Math.max(...deviations);
  let [mean, between, within] = [0, 0, 0];
  offsets.forEach((offset, k) => {
    mean += weights[k]! * offset[j]!;
  });
  offsets.forEach((offset, k) => {
    const distance = (offset[j]! - mean) / unit;
    const deviation = deviations[k]! / unit;
    between += weights[k]! * distance * distance;
    within += weights[k]! * deviation * deviation;
  });
  return Math.sqrt(between / within);
}
