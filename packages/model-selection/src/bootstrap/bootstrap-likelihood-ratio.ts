import type { MatrixLike } from '@gaussmix/linalg';
import { bootstrapHere } from './bootstrapping.ts';
import {
  type LikelihoodRatioTest,
  planRatio,
  type RatioOptions,
  requireTestable,
  testing,
} from './ratio-plan.ts';

/** What to test, and how. */
export interface BootstrapLikelihoodRatioOptions extends RatioOptions {
  /** K, the components of the null hypothesis; the alternative has one more. */
  readonly components: number;
}

/**
 * The bootstrap likelihood-ratio test of K components against K + 1. The usual theory does not hold for mixtures, so the
 * distribution of
 *
 *   -2 ln lambda = 2 (ln L_{K+1} - ln L_K)
 *
 * under the null hypothesis is found by drawing data sets from the fit with K components, and fitting both to each. The same
 * search serves x and the replicates: that of `fitMixture`, and the null fit with each component split. As one of
 * these splits hardly changes the mixture where it must, the statistic is never negative.
 *
 * @param x  n x d
 * @returns the statistic, its p-value, and both fits; the same for the same seed
 * @throws GaussmixError for bad data or options, before any work is done; what `fitMixture` throws
 *
 * McLachlan (1987), Journal of the Royal Statistical Society C 36, 318-324.
 */
export function bootstrapLikelihoodRatio(
  x: MatrixLike,
  options: BootstrapLikelihoodRatioOptions,
): LikelihoodRatioTest {
  const { components, ...others } = options;
  const plan = planRatio('bootstrapLikelihoodRatio', x, others);
  requireTestable(plan, components);
  return bootstrapHere(testing(plan, components), plan.x, options);
}
