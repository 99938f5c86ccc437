import { createMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { type BatchOptions, kernelsOf } from './batch-options.ts';
import type { Mixture } from './mixture.ts';
import { packMixture } from './pack-mixture.ts';
import { forEachRow, matrixFor } from './rows-of.ts';

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
  const posteriorOf = kernelsOf(options).rowPosterior(packMixture(mixture));
  forEachRow(mixture, matrix, (row, i) => {
    posteriors.data.set(posteriorOf(row, 0).posteriors, i * components);
  });
  return posteriors;
}
