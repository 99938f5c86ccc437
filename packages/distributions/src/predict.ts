import type { MatrixLike } from '@gaussmix/linalg';
import { type BatchOptions, kernelsOf } from './batch-options.ts';
import type { Mixture } from './mixture.ts';
import { forEachBlock, matrixFor } from './rows-of.ts';

/**
 * The most likely component of each row; the first of equals.
 *
 *   argmax_k w_k N(x; mu_k, Sigma_k)
 *
 * @param x  n x d, in the units of the mixture
 * @returns n labels, counted from 0
 * @throws GaussmixError "shape" or "not-finite"
 */
export function predict(mixture: Mixture, x: MatrixLike, options: BatchOptions = {}): Int32Array {
  const matrix = matrixFor(mixture, x, 'predict');
  const labels = new Int32Array(matrix.rows);
  forEachBlock({ mixture, matrix, kernels: kernelsOf(options) }, (scores, first, count) => {
    labels.set(scores.labels.subarray(0, count), first);
  });
  return labels;
}
