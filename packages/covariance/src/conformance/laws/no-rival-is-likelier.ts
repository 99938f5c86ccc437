import { demand, inEverySetting, type Law } from '../law.ts';
import { logLikelihood } from '../log-likelihood.ts';
import { allDirections, moveMoments } from '../moments.ts';
import { estimateFrom } from '../setting.ts';
import { SAME_LIKELIHOOD } from '../tolerances.ts';

/** Near enough to see a slope of a thousandth, and to stay at the optimum where a family has several. */
const steps = [0.03, -0.03, 0.003, -0.003];

/**
 *   Q(estimate(S); S) >= Q(estimate(S'); S)   for S' near S
 *
 * The law knows nothing of the family: `estimate` itself makes its other members, from moments moved in every
 * direction. At the most likely member the slope is zero in all of them.
 */
export const noRivalIsLikelier: Law = inEverySetting(
  'no nearby member of the family is more likely',
  ({ structure, moments }) => {
    const best = estimateFrom(structure, moments);
    const likelihood = logLikelihood(best, moments);
    for (const direction of allDirections(moments)) {
      for (const step of steps) {
        const rival = estimateFrom(structure, moveMoments(moments, direction, step), best);
        const gain = logLikelihood(rival, moments) - likelihood;
        demand(
          gain <= SAME_LIKELIHOOD,
          `the estimate must be the most likely member, at ${likelihood.toPrecision(9)} nats per row, but the one ` +
            `made by moving the scatter of component ${direction.component + 1} by ${step} at row ` +
            `${direction.row + 1}, column ${direction.column + 1} has ${gain.toPrecision(3)} more.`,
        );
      }
    }
  },
);
