import { aic } from '../aic.ts';
import type { InformationCriterion } from '../criterion.ts';

/**
 * Akaike's information criterion with the correction for few rows, in nats, smaller is better.
 *
 *   AICc = AIC + 2 p (p + 1) / (n - p - 1),   p free parameters, n rows
 *
 * With n at most p + 1 the correction has no meaning, as there are too few rows to judge so many parameters
 * by: the cost is Infinity, and any other fit is better. It nears AIC as the rows become many.
 * Hurvich and Tsai (1989), Biometrika 76(2), 297-307.
 */
export const aicc: InformationCriterion = {
  name: 'aicc',
  cost: (evidence) => {
    const { rows, parameters } = evidence;
    const spare = rows - parameters - 1;
    if (spare <= 0) return Infinity;
    return aic.cost(evidence) + (2 * parameters * (parameters + 1)) / spare;
  },
};
