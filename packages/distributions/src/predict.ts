import type { MatrixLike } from '@gaussmix/linalg';
import { type BatchOptions, kernelsOf } from './batch-options.ts';
import type { Mixture } from './mixture.ts';
import { packMixture } from './pack-mixture.ts';
import { forEachRow, matrixFor } from './rows-of.ts';

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
  const posteriorOf = kernelsOf(options).rowPosterior(packMixture(mixture));
  forEachRow(mixture, matrix, (row, i) => {
    labels[i] = posteriorOf(row, 0).label;
  });
  return labels;
}
