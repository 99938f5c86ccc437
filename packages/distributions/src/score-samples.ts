import type { MatrixLike } from '@gaussmix/linalg';
import { type BatchOptions, kernelsOf } from './batch-options.ts';
import type { Mixture } from './mixture.ts';
import { forEachBlock, matrixFor } from './rows-of.ts';

/**
 * The log-density of each row.
 *
 *   ln p(x) = ln sum_k w_k N(x; mu_k, Sigma_k)
 *
 * @param x  n x d, in the units of the mixture
 * @returns n log-densities, in nats
 * @throws GaussmixError "shape" or "not-finite"
 */
export function scoreSamples(mixture: Mixture, x: MatrixLike, options: BatchOptions = {}): Float64Array {
  const matrix = matrixFor(mixture, x, 'scoreSamples');
  const logDensities = new Float64Array(matrix.rows);
  forEachBlock({ mixture, matrix, kernels: kernelsOf(options) }, (scores, first, count) => {
    logDensities.set(scores.logDensities.subarray(0, count), first);
  });
  return logDensities;
}
