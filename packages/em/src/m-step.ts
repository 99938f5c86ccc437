import { type Mixture, mapMixture } from '@gaussmix/distributions';
import type { MatrixLike } from '@gaussmix/linalg';
import type { FitOptions } from './options.ts';
import { problemOf } from './problem.ts';
import { fromResponsibilities } from './starts/given-assignments.ts';

/** How an M-step estimates. */
export type MStepOptions = Pick<FitOptions, 'covariance' | 'regularization' | 'weights'>;

/**
 * The M-step by itself: the most likely mixture for given responsibilities.
 *
 *   w_k = N_k / n,   mu_k = sum_i r_ik x_i / N_k,   Sigma_k as the structure estimates it
 *
 * @param x  n x d, one row per observation
 * @param responsibilities  n x K, rows summing to 1
 * @returns a mixture in the units of x
 * @throws GaussmixError for bad data or options; CollapseError when a component cannot be estimated
 */
export function mStep(x: MatrixLike, responsibilities: MatrixLike, options: MStepOptions = {}): Mixture {
  const problem = problemOf(x, { ...options, initial: { responsibilities } }, 'mStep');
  const { components, where } = problem.settings;
  const start = fromResponsibilities(responsibilities)({ ...problem, components, where, seed: '' });
  return mapMixture(start, problem.coordinates);
}
