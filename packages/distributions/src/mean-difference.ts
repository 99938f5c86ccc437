import { dimensionOf } from '@gaussmix/covariance';
import { GaussmixError } from '@gaussmix/kernels';
import type { MultivariateNormal } from './multivariate-normal.ts';

/**
 * mu_a - mu_b of two normal distributions.
 *
 * @param where  the name that errors begin with
 * @returns d numbers
 * @throws GaussmixError "shape" unless both means and both covariances have one dimension
 */
export function meanDifference(a: MultivariateNormal, b: MultivariateNormal, where: string): Float64Array {
  const d = a.mean.length;
  for (const [what, got] of [
    ['the first covariance', dimensionOf(a.covariance)],
    ['the second mean', b.mean.length],
    ['the second covariance', dimensionOf(b.covariance)],
  ] as const) {
    if (got === d) continue;
    throw new GaussmixError(
      'shape',
      `${where}: ${what} must have as many dimensions as the first mean (${d}), got ${got}.`,
    );
  }
  return Float64Array.from({ length: d }, (_, j) => a.mean[j]! - b.mean[j]!);
}
