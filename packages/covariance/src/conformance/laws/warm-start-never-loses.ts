import { demand, inEverySetting, type Law } from '../law.ts';
import { logLikelihood } from '../log-likelihood.ts';
import { drawMoments, estimateFrom } from '../setting.ts';
import { SAME_LIKELIHOOD } from '../tolerances.ts';

/**
 *   Q(estimate(S, previous); S) >= Q(previous; S)   for every member `previous` of the family
 *
 * This is why EM never loses likelihood. Tried from the covariances of other moments, as in the middle of a fit, and
 * from the cold answer to the same ones, as at its end.
 */
export const warmStartNeverLoses: Law = inEverySetting(
  'a warm start is never left for something less likely',
  ({ structure, moments, components, dimension, numbers }) => {
    const starts = {
      'the covariances of other moments': estimateFrom(
        structure,
        drawMoments(structure, numbers, { components, dimension }),
      ),
      'its own cold answer': estimateFrom(structure, moments),
    };
    for (const [start, previous] of Object.entries(starts)) {
      const before = logLikelihood(previous, moments);
      const after = logLikelihood(estimateFrom(structure, moments, previous), moments);
      demand(
        after >= before - SAME_LIKELIHOOD,
        `started from ${start}, estimate must keep its likelihood, ${before} nats per row, got ${after}.`,
      );
    }
  },
);
