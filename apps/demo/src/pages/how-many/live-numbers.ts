import type { Fit } from '@gaussmix/em';
import { format } from 'd3-format';
import { criteria } from './cells.ts';

const one = format('.1f');

/** The numbers that stand in the formulas of the criteria. */
export function liveNumbers(fit: Fit | undefined): Record<string, string> {
  if (!fit) return {};
  const written = (value: number) => (Number.isFinite(value) ? one(value) : '∞');
  return {
    l: one(fit.logLikelihood),
    p: String(fit.parameters),
    n: String(fit.rows),
    e: one(-2 * fit.logMaxPosterior),
    aic: written(criteria.aic.cost(fit)),
    aicc: written(criteria.aicc.cost(fit)),
    bic: written(criteria.bic.cost(fit)),
    icl: written(criteria.icl.cost(fit)),
  };
}
