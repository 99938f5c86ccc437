import type { MatrixLike } from '@gaussmix/linalg';
import type { BootstrapLikelihoodRatioOptions } from './bootstrap-likelihood-ratio.ts';
import { type AsyncBootstrapOptions, bootstrapThere } from './bootstrapping.ts';
import { type LikelihoodRatioTest, planRatio, requireTestable, testing } from './ratio-plan.ts';

/**
 * What `bootstrapLikelihoodRatio` does, where the caller wants its replicates made: the same answer, bit for bit. The two
 * fits of x itself are made on this thread.
 *
 * @param x  n x d
 * @returns a promise of the test
 * @throws what `bootstrapLikelihoodRatio` throws, the signal's reason, and what the runner throws
 */
export async function bootstrapLikelihoodRatioAsync(
  x: MatrixLike,
  options: BootstrapLikelihoodRatioOptions & AsyncBootstrapOptions,
): Promise<LikelihoodRatioTest> {
  const { components, runner, signal, ...others } = options;
  const plan = planRatio('bootstrapLikelihoodRatioAsync', x, others);
  requireTestable(plan, components);
  return bootstrapThere(testing(plan, components), plan.x, options);
}
