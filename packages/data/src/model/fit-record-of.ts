import { log } from '@gaussmix/kernels';
import type { FitRecord } from './model-document.ts';

/** What a fit says of itself; what `fitMixture` returns is one. */
export interface FitSummary {
  /** n. */
  readonly rows: number;
  /** Free parameters. */
  readonly parameters: number;
  /** Total, in nats, in the data's units. */
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly seed: number | string;
}

/**
 * What a model document keeps of a fit: its figures, with AIC and BIC (smaller is better).
 *
 *   AIC = 2 p - 2 ln L,   BIC = p ln n - 2 ln L
 *
 * @returns plain JSON, for {@link writeModel}
 */
export function fitRecordOf({
  rows,
  parameters,
  logLikelihood,
  iterations,
  converged,
  seed,
}: FitSummary): FitRecord {
  const aic = 2 * parameters - 2 * logLikelihood;
  const bic = parameters * log(rows) - 2 * logLikelihood;
  return { rows, logLikelihood, parameters, aic, bic, iterations, converged, seed };
}
