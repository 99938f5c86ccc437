import type { FitOptions } from '../options.ts';

/** What becomes of a row that no component explains: it gets the place of the least probable component. */
export interface Novelty {
  /** A row further than this from every component, in standard deviations (Mahalanobis), is novel; 2.5 when absent. */
  readonly distance?: number;
  /** The variance that a new component starts with, in squared units of the data: one, or one for each column. */
  readonly variance: number | readonly number[];
  /** The weight that a new component starts with, above 0 and below 1; the others keep their proportions. 0.05 when absent. */
  readonly weight?: number;
}

/** What regards the memory of rows, whatever the covariances. */
export interface MemoryOptions {
  /**
   * The factor above 0 and at most 1 by which all that was known counts less with each new row. With 1, the default, nothing
   * is forgotten; with less, the mixture is that of about the last 1 / (1 - forgetting) rows.
   */
  readonly forgetting?: number;
  /**
   * For how many rows a component at least counts, once it has: the rest is not forgotten. So a group that has left is
   * known when it comes back, at the price of a weight that does not vanish. 0 when absent.
   */
  readonly retain?: number;
  /** Replaces the least probable component where no component explains a row; never when absent. */
  readonly novelty?: Novelty;
  /** "soft" shares a row among components by their posteriors, "hard" gives it to the most likely one; "soft" when absent. */
  readonly assignment?: 'soft' | 'hard';
  /**
   * A number r is added to the variances of every component, in squared units of the data, so that none falls below r. "auto",
   * the default, leaves healthy components alone and holds up one that collapses; `heldUp` names it.
   */
  readonly regularization?: FitOptions['regularization'];
}

/** How a mixture follows a stream. */
export interface OnlineOptions extends MemoryOptions {
  /** The covariance structure: that of the start; "full" when absent. */
  readonly covariance?: FitOptions['covariance'];
  /** Whether weights are estimated or stay 1 / K; "free" when absent. */
  readonly weights?: FitOptions['weights'];
}
