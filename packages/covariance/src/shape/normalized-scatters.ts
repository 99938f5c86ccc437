import { exp, log } from '@gaussmix/kernels';
import type { Covariance } from '../covariance.ts';
import { logDeterminant } from '../form-of.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { ComponentMoments } from '../structure.ts';

/** Scatters brought to one size, so that neither tiny nor huge units leave the doubles. */
export interface NormalizedScatters {
  /** S_k / sizes_k. */
  readonly scatters: readonly Float64Array[];
  /** trace(S_k) / d. */
  readonly sizes: Float64Array;
  /** l_k = -ln(lambda_k / sizes_k) to start from: their volumes in the pass before, or N_k as if all shapes were spheres. */
  readonly start: Float64Array;
}

/**
 * @param moments  with full scatters, or diagonals
 * @throws SingularCovarianceError naming a component that has no volume
 */
export function normalizedScatters(
  { dimension: d, counts, scatters }: ComponentMoments,
  previous?: readonly Covariance[],
): NormalizedScatters {
  const sizes = Float64Array.from(scatters, (scatter, k) => {
    const stride = scatter.length === d ? 1 : d + 1;
    let size = 0;
    for (let at = 0; at < scatter.length; at += stride) size += scatter[at]! / d;
    if (!(size > 0 && size < Infinity && counts[k]! > 0)) throw new SingularCovarianceError(k);
    return size;
  });
  const start = sizes.map((size, k) =>
    previous ? log(size) - logDeterminant(previous[k]!) / d : log(counts[k]!),
  );
  const middle = start.reduce((sum, weight) => sum + weight / start.length, 0);
  return {
    scatters: scatters.map((scatter, k) => scatter.map((entry) => entry / sizes[k]!)),
    sizes,
    start: start.map((weight) => weight - middle),
  };
}

/**
 * lambda_k, so that Sigma_k is lambda_k M, where M = sum_k e^(l_k) S_k / sizes_k.
 *
 * @returns K numbers
 */
export function volumesAt(logWeights: Float64Array, sizes: Float64Array, counts: Float64Array): Float64Array {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return logWeights.map((weight, k) => (exp(-weight) / rows) * sizes[k]!);
}
