import { invertLower } from '@gaussmix/linalg';
import type { Covariance } from '../covariance.ts';
import { logDeterminant, toFactor } from '../form-of.ts';
import type { ComponentMoments } from '../structure.ts';
import { congruence } from './square-matrices.ts';

/**
 * What an M-step maximizes over the covariances, up to a constant, per row:
 *
 *   Q = -1/2 sum_k ( N_k ln|Sigma_k| + tr(Sigma_k^-1 S_k) ) / sum_k N_k
 *
 * @param full  K full scatters
 * @returns nats per row
 *
 * Bishop (2006), eq. 9.40.
 */
export function logLikelihood(covariances: readonly Covariance[], full: ComponentMoments): number {
  const { dimension: d, counts, scatters } = full;
  let sum = 0;
  let rows = 0;
  for (const [k, covariance] of covariances.entries()) {
    const whitened = congruence(invertLower(toFactor(covariance), d), scatters[k]!, d);
    let trace = 0;
    for (let j = 0; j < d; j++) trace += whitened[j * d + j]!;
    sum += counts[k]! * logDeterminant(covariance) + trace;
    rows += counts[k]!;
  }
  return -sum / 2 / rows;
}
