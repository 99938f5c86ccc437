import { exp } from '@gaussmix/kernels';
import { jacobiEigen } from '@gaussmix/linalg';
import type { Covariance } from '../covariance.ts';
import { logDeterminant, toDense } from '../form-of.ts';

/** Multiples of it, less their whole part, are spread evenly and have no simple ratios. */
const GOLDEN = 0.6180339887498949;

/**
 * The axes that covariances have in common: those of a weighted sum, for where they agree each sum has them too. The
 * weights have no simple ratios, so that shapes which mirror each other do not add up to a sphere.
 *
 * @returns D, d x d row-major; column j is axis j
 */
export function axesOf(covariances: readonly Covariance[], d: number): Float64Array {
  const sum = new Float64Array(d * d);
  for (const [k, covariance] of covariances.entries()) {
    const weight = 1 + (((k + 1) * GOLDEN) % 1);
    const scale = weight * exp(-logDeterminant(covariance) / d);
    const matrix = toDense(covariance);
    for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + scale * matrix[at]!;
  }
  return jacobiEigen(sum, d).vectors;
}
