import { type Covariance, dimensionOf, toFactor } from '@gaussmix/covariance';

/**
 * The standard deviation of one coordinate: the length of a row of L, Sigma = L L^T. It is taken relative to the
 * row's largest entry, so that no square under- or overflows.
 *
 * @param dimension  counted from 0
 */
export function standardDeviation(covariance: Covariance, dimension: number): number {
  const d = dimensionOf(covariance);
  const row = toFactor(covariance).subarray(dimension * d, (dimension + 1) * d);
  const largest = row.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  if (largest === 0) return 0;
  return largest * Math.sqrt(row.reduce((sum, entry) => sum + (entry / largest) * (entry / largest), 0));
}
