import { jacobiEigen, type SymmetricEigen } from '@gaussmix/linalg';
import { SingularCovarianceError } from '../singular-covariance-error.ts';

const EPSILON = 2.220446049250313e-16;

/**
 * The axes of a component's scatter and the scatter along them, largest first. What is only rounding is zero.
 *
 * @param scatter  S_k, d x d row-major
 * @param k  the component, counted from 0, for the error
 * @throws SingularCovarianceError when the scatter is not finite
 */
export function spectrumOf(scatter: Float64Array, d: number, k: number): SymmetricEigen {
  const size = largestEntry(scatter);
  if (!(size < Infinity)) throw new SingularCovarianceError(k);
  const { values, vectors } = jacobiEigen(scatter, d);
  for (let j = 0; j < d; j++) if (!(values[j]! > roundingAlong(scatter, vectors, j))) values[j] = 0;
  return { values, vectors };
}

/**
 * How much of v^T S v may be rounding, for axis j: each entry of S may be off by a few units of its own last place, which
 * is far less than the largest entry's where columns are in unlike units.
 *
 *   4 d epsilon (sum_i |v_i| sqrt(S_ii))^2
 */
export function roundingAlong(scatter: Float64Array, axes: Float64Array, j: number): number {
  const d = Math.sqrt(scatter.length);
  let sum = 0;
  for (let i = 0; i < d; i++) sum += Math.abs(axes[i * d + j]!) * Math.sqrt(scatter[i * d + i]!);
  return 4 * d * EPSILON * sum * sum;
}

function largestEntry(scatter: Float64Array): number {
  let largest = 0;
  for (const entry of scatter) {
    const size = Math.abs(entry);
    if (!(size <= largest)) largest = size;
  }
  return largest;
}
