import { createMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { type BatchOptions, kernelsOf } from './batch-options.ts';
import type { Mixture } from './mixture.ts';
import { forEachBlock, matrixFor } from './rows-of.ts';

/**
 * The posterior probability of each component for each row.
 *
 *   tau_ik = w_k N(x_i; mu_k, Sigma_k) / sum_j w_j N(x_i; mu_j, Sigma_j)
 *
 * Computed in log space: rows sum to 1 even where every density underflows.
 *
 * @param x  n x d, in the units of the mixture
 * @returns n x K
 * @throws GaussmixError "shape" or "not-finite"
 *
 * Bishop (2006), eq. 9.23.
 */
export function predictProba(mixture: Mixture, x: MatrixLike, options: BatchOptions = {}): Matrix {
  const matrix = matrixFor(mixture, x, 'predictProba');
  const components = mixture.weights.length;
  const posteriors = createMatrix(matrix.rows, components);
  forEachBlock({ mixture, matrix, kernels: kernelsOf(options) }, (scores, first, count) => {
    posteriors.data.set(scores.posteriors.subarray(0, count * components), first * components);
  });
  return posteriors;
}
