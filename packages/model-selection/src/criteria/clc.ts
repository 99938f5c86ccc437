import type { InformationCriterion } from '../criterion.ts';

/**
 * The classification likelihood criterion, in nats, smaller is better.
 *
 *   CLC = -2 log L + 2 E,   E = -sum_ik tau_ik ln tau_ik, tau_ik the posterior probability of component k for row i
 *
 * log L - E is the expected log-likelihood of the rows together with their labels. Parameters cost nothing, only
 * overlap does: it finds well-parted groups, and too many of them where weights are free.
 * Biernacki and Govaert (1997), Computing Science and Statistics 29(2), 451-457; McLachlan and Peel (2000), 6.9.
 */
export const clc: InformationCriterion = {
  name: 'clc',
  cost: ({ logLikelihood, assignmentEntropy }) => -2 * logLikelihood - 2 * assignmentEntropy,
};
