import { demandSame } from '../difference.ts';
import { demand, inEverySetting, type Law } from '../law.ts';
import { logLikelihood } from '../log-likelihood.ts';
import { momentsOfMembers } from '../moments.ts';
import { estimateFrom } from '../setting.ts';
import { SAME_LIKELIHOOD } from '../tolerances.ts';

/**
 *   estimate(N_k Sigma_k) = Sigma_k   for every member Sigma of the family
 *
 * because there Sigma_k is most likely of all matrices. From a warm start the covariances themselves come back; from a
 * cold one their likelihood must, for an iterative family may take long over the last digits along a flat ridge.
 */
export const recognizesItsMembers: Law = inEverySetting(
  'moments made of its own covariances give them back',
  ({ structure, moments }) => {
    const members = estimateFrom(structure, moments);
    const own = momentsOfMembers(members, moments.counts);
    demandSame(estimateFrom(structure, own, members), members, 'the covariances of their own moments');
    const lost = logLikelihood(members, own) - logLikelihood(estimateFrom(structure, own), own);
    demand(
      lost <= SAME_LIKELIHOOD,
      `a cold start from a member's own moments must reach its likelihood, got ${lost.toPrecision(3)} nats per row less.`,
    );
  },
);
