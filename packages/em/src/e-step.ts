import { type Mixture, predictProba, scoreSamples } from '@gaussmix/distributions';
import { simdKernels } from '@gaussmix/kernels/simd';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';

/** What an E-step says of every row. */
export interface Expectation {
  /** n x K posteriors, rows summing to 1. */
  readonly responsibilities: Matrix;
  /** Total log-likelihood of the mixture, in nats. */
  readonly logLikelihood: number;
}

/**
 * The E-step by itself: how much each component is responsible for each row.
 *
 *   tau_ik = w_k N(x_i; mu_k, Sigma_k) / sum_j w_j N(x_i; mu_j, Sigma_j)
 *
 * @param x  n x d, in the units of the mixture
 * @returns responsibilities and log-likelihood
 * @throws GaussmixError "shape" or "not-finite"
 */
export function eStep(mixture: Mixture, x: MatrixLike): Expectation {
  const matrix = asMatrix(x, 'eStep');
  const kernels = simdKernels();
  return {
    responsibilities: predictProba(mixture, matrix, { kernels }),
    logLikelihood: scoreSamples(mixture, matrix, { kernels }).reduce((sum, value) => sum + value, 0),
  };
}
