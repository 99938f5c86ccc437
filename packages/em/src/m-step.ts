import { type Mixture, mapMixture, unmapMixture } from '@gaussmix/distributions';
import type { MatrixLike } from '@gaussmix/linalg';
import type { FitOptions } from './options.ts';
import { problemOf } from './problem.ts';
import { fromResponsibilities } from './starts/given-assignments.ts';
import { refuseStart } from './starts/start-context.ts';

/** How an M-step estimates. */
export interface MStepOptions extends Pick<FitOptions, 'covariance' | 'regularization' | 'weights'> {
  /**
   * The mixture whose responsibilities they are, in the units of x. Structures that have no closed form go on from its
   * covariances, as a fit does; without it they begin anew, and may end lower than they were. The others do not read it.
   */
  readonly previous?: Mixture;
}

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
  const { previous } = options;
  if (previous && (previous.weights.length !== components || previous.dimension !== problem.rows.columns)) {
    const must = `${components} components in ${problem.rows.columns} dimensions`;
    refuseStart(
      where,
      `previous must have ${must}, got ${previous.weights.length} in ${previous.dimension}.`,
    );
  }
  const before = previous && unmapMixture(previous, problem.coordinates).covariances;
  const start = fromResponsibilities(responsibilities)({ ...problem, components, where, seed: '', before });
  return mapMixture(start, problem.coordinates);
}
