import { log } from '@gaussmix/kernels';
import type { InformationCriterion } from './criterion.ts';

/**
 * Schwarz's Bayesian information criterion, in nats, smaller is better: scikit-learn's sign, not mclust's.
 *
 *   BIC = -2 log L + p log n,   p free parameters, n rows
 *
 * It finds the number of components consistently where the rows do come from a mixture of normals.
 * Schwarz (1978), Annals of Statistics 6(2), 461-464.
 */
export const bic: InformationCriterion = {
  name: 'bic',
  cost: ({ logLikelihood, parameters, rows }) => -2 * logLikelihood + parameters * log(rows),
};
