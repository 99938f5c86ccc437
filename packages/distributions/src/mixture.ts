import type { Covariance } from '@gaussmix/covariance';

/**
 * A mixture of K normal distributions in d dimensions. Plain data: it survives `structuredClone`.
 *
 *   p(x) = sum_k w_k N(x; mu_k, Sigma_k)
 */
export interface Mixture {
  readonly dimension: number;
  /** K weights w_k, not negative, summing to 1. */
  readonly weights: Float64Array;
  /** K means mu_k of d numbers, in the data's units. */
  readonly means: readonly Float64Array[];
  /** K covariances; a shared one is the same object K times. */
  readonly covariances: readonly Covariance[];
  /** d numbers near the data, taken off every row before anything else. */
  readonly origin: Float64Array;
  /** K offsets mu_k - origin, kept beside the means because they hold the digits that `means` lose when data lie far from zero. */
  readonly offsets: readonly Float64Array[];
}
