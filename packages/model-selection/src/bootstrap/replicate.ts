import type { Mixture } from '@gaussmix/distributions';
import type { FitOptions, StructureLike } from '@gaussmix/em';
import type { FitCallbacks } from '../cell.ts';

/** The options that all fits of a bootstrap share: plain data. */
export type ReplicateOptions = Omit<FitOptions, 'components' | 'covariance' | 'initial' | keyof FitCallbacks>;

/**
 * One data set to be drawn, and what is asked of it. It has a random stream of its own, so that replicates may be made in
 * any order and place. Plain data, which can be posted to a worker, when `covariance` is a name.
 */
export interface ReplicateSpec {
  /** Counted from 0. */
  readonly replicate: number;
  /** Whether rows are drawn from the mixture, or from x with replacement. */
  readonly draw: 'mixture' | 'rows';
  /** What to find out: the parameters, or how much likelihood one component more gains. */
  readonly ask: 'parameters' | 'likelihood-ratio';
  /** What was fitted to x. */
  readonly mixture: Mixture;
  readonly covariance: StructureLike;
  readonly options: ReplicateOptions;
}

/** What came of a replicate, or why nothing did. Plain data. */
export type ReplicateResult =
  | { readonly mixture: Mixture; readonly statistic?: undefined; readonly error?: undefined }
  | { readonly statistic: number; readonly mixture?: undefined; readonly error?: undefined }
  | { readonly error: string; readonly mixture?: undefined; readonly statistic?: undefined };

/** How far a bootstrap is. */
export interface BootstrapProgress {
  /** The components of the mixture that is looked at: of the null hypothesis, where there is one. */
  readonly components: number;
  /** Replicates that are done. */
  readonly done: number;
  /** Replicates in all. */
  readonly replicates: number;
}
