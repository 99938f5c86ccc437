import type { MatrixLike } from '@gaussmix/linalg';
import { drive } from './drive.ts';
import type { Fit } from './fit.ts';
import type { FitOptions } from './options.ts';
import { problemOf } from './problem.ts';

/**
 * Fits a mixture of K normal distributions by expectation-maximization, on this thread.
 *
 *   E-step:  tau_ik = w_k N_k(x_i) / sum_j w_j N_j(x_i)
 *   M-step:  w_k = N_k / n,  mu_k = sum_i tau_ik x_i / N_k,  Sigma_k as the structure estimates it
 *
 * The fit runs in coordinates where the data are centered and, as far as the structure allows, of unit covariance, so
 * units and offsets do not matter. Not converging is a result, with a warning.
 *
 * @param x  n x d, one row per observation; not changed
 * @returns the best fit of all starts
 * @throws GaussmixError for bad data or options, before any work is done
 * @throws CollapseError when every start fails: it has the component, the iteration and the last whole mixture
 *
 * O(n K d^2) an iteration. Dempster, Laird & Rubin (1977); McLachlan & Peel (2000), chapter 3.
 */
export function fitMixture(x: MatrixLike, options: FitOptions = {}): Fit {
  const problem = problemOf(x, options, 'fitMixture');
  const steps = drive(problem, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
