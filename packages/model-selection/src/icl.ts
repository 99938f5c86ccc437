import { bic } from './bic.ts';
import type { InformationCriterion } from './criterion.ts';

/**
 * The integrated completed likelihood, in nats, smaller is better: mclust's with the sign flipped.
 *
 *   ICL = BIC - 2 sum_i ln max_k tau_ik,   tau_ik the posterior probability of component k for row i
 *
 * The sum is never positive, so rows that could belong to several components make a mixture dearer:
 * of two mixtures that fit alike, the one whose components lie apart wins.
 * Biernacki, Celeux and Govaert (2000), IEEE PAMI 22(7), 719-725.
 */
export const icl: InformationCriterion = {
  name: 'icl',
  cost: (evidence) => bic.cost(evidence) - 2 * evidence.logMaxPosterior,
};
