import type { InformationCriterion } from './criterion.ts';

/**
 * Akaike's information criterion, in nats, smaller is better: scikit-learn's sign, not mclust's.
 *
 *   AIC = -2 log L + 2 p,   p free parameters
 *
 * It estimates the loss in predicting new rows, and tends to keep more components than there are groups.
 * Akaike (1974), IEEE Transactions on Automatic Control 19(6), 716-723.
 */
export const aic: InformationCriterion = {
  name: 'aic',
  cost: ({ logLikelihood, parameters }) => -2 * logLikelihood + 2 * parameters,
};
