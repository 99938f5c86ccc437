import { type Mixture, packMixture, predictProba, scoreSamples } from '@gaussmix/distributions';
import { rowPosterior } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import { asMatrix, createMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import type { Assignment } from './engine.ts';
import { requireAssignment } from './require-assignment.ts';

/** What an E-step says of every row. */
export interface Expectation {
  /** n x K shares of the rows, posteriors where nothing else is asked for; rows sum to 1. */
  readonly responsibilities: Matrix;
  /** Total log-likelihood of the mixture, in nats. */
  readonly logLikelihood: number;
}

/** How an E-step assigns. */
export interface EStepOptions {
  /** As in a fit; "soft" when absent. */
  readonly assignment?: Assignment;
}

/**
 * The E-step by itself: how much each component is responsible for each row.
 *
 *   tau_ik = w_k N(x_i; mu_k, Sigma_k) / sum_j w_j N(x_i; mu_j, Sigma_j)
 *
 * With a temperature T each w_k N is raised to the power of 1 / T first; "hard", or T = 0, gives each row to its most likely
 * component, the first of equals.
 *
 * @param x  n x d, in the units of the mixture
 * @returns responsibilities and log-likelihood
 * @throws GaussmixError "shape", "not-finite" or "assignment"
 */
export function eStep(
  mixture: Mixture,
  x: MatrixLike,
  { assignment = 'soft' }: EStepOptions = {},
): Expectation {
  const matrix = asMatrix(x, 'eStep');
  const soft = requireAssignment(assignment, 'eStep') === 1;
  const kernels = simdKernels();
  const logDensities = scoreSamples(mixture, matrix, { kernels });
  return {
    responsibilities: soft
      ? predictProba(mixture, matrix, { kernels })
      : sharesOf(mixture, matrix, assignment),
    logLikelihood: logDensities.reduce((sum, value) => sum + value, 0),
  };
}

function sharesOf(mixture: Mixture, { data, rows, columns: d }: Matrix, assignment: Assignment): Matrix {
  const { origin, weights } = mixture;
  const posteriorOf = rowPosterior(packMixture(mixture), 'all', assignment);
  const shares = createMatrix(rows, weights.length);
  for (let i = 0; i < rows; i++) {
    const row = origin.map((value, j) => data[i * d + j]! - value);
    shares.data.set(posteriorOf(row, 0).posteriors, i * weights.length);
  }
  return shares;
}
