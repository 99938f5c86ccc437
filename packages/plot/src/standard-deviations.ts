import { type Covariance, dimensionOf, toFactor } from '@gaussmix/covariance';

/**
 * The standard deviation of each coordinate: the length of a row of L, Sigma = L L^T. It is taken relative to the
 * row's largest entry, so that no square under- or overflows.
 *
 * @returns d numbers
 */
export function standardDeviations(covariance: Covariance): Float64Array {
  if (covariance.form === 'low-rank') {
    const { loadings, noise } = covariance;
    const q = loadings.length / noise.length;
    return noise.map((variance, j) =>
      lengthOf(Float64Array.of(Math.sqrt(variance), ...loadings.subarray(j * q, (j + 1) * q))),
    );
  }
  const d = dimensionOf(covariance);
  const factor = toFactor(covariance);
  return Float64Array.from({ length: d }, (_, i) => lengthOf(factor.subarray(i * d, (i + 1) * d)));
}

function lengthOf(row: Float64Array): number {
  const largest = row.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  if (largest === 0) return 0;
  return largest * Math.sqrt(row.reduce((sum, entry) => sum + (entry / largest) * (entry / largest), 0));
}
