import { fitMixture } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import type { Criterion, FitContext } from '../criterion.ts';

/**
 * The normalized entropy criterion, without unit, smaller is better.
 *
 *   NEC(K) = E(K) / (log L(K) - log L(1)),   E(K) = -sum_ik tau_ik ln tau_ik
 *   NEC(1) = 1
 *
 * What the posteriors leave open, for each nat that K components explain more than one does: it finds groups
 * that lie apart, and one group when nothing is below 1. Where K components explain no more than one, it is
 * Infinity. log L(1) is that of one component of the same structure, with the same regularization; unless the
 * context has it, that is fitted here, in one pass over the rows.
 *
 * Celeux and Soromenho (1996), Journal of Classification 13, 195-212; the value at K = 1 is that of
 * Biernacki, Celeux and Govaert (1999), Pattern Recognition Letters 20, 267-272.
 *
 * @throws GaussmixError "context" when there are several components and no context
 */
export const nec: Criterion = {
  name: 'nec',
  cost: ({ mixture, logLikelihood, assignmentEntropy }, context) => {
    if (mixture.weights.length === 1) return 1;
    const gain = logLikelihood - (context?.single ?? fitSingle(context)).logLikelihood;
    return gain > 0 ? -assignmentEntropy / gain : Infinity;
  },
};

/** One component has one optimum: whatever start was given does not matter, and is not for one component. */
function fitSingle(context: FitContext | undefined) {
  if (context === undefined) {
    throw new GaussmixError(
      'context',
      'nec: cost must be told how a fit of several components was made, got the fit alone. ' +
        'Try nec.cost(fit, { x, options }) with the rows and the options of the fit.',
    );
  }
  const { initial: _, onIteration: __, ...options } = context.options;
  return fitMixture(context.x, { ...options, components: 1, restarts: 1 });
}
