import type { Mixture } from '@gaussmix/distributions';

/**
 * A mixture that follows a stream, with what it remembers of the rows. Plain data: it survives `structuredClone`, and a
 * state is never changed: each update makes a new one.
 */
export interface OnlineState {
  /** The mixture after the last update, in the data's units: to predict, to score, to draw. */
  readonly mixture: Mixture;
  /** N_k: for how many rows each component counts, K numbers. Their sum is the memory: at most 1 / (1 - forgetting). */
  readonly counts: Float64Array;
  /** S_k about the means of the mixture: K matrices (d x d, row-major), K diagonals of d, or one pooled matrix. */
  readonly scatters: readonly Float64Array[];
  /** Variance of each column under the start, d numbers: what regularization "auto" measures a collapse by. */
  readonly spread: Float64Array;
  /** Rows that have come since the start. */
  readonly rows: number;
  /** Components that the last update had to hold up because their covariance would have collapsed, counted from 0. */
  readonly heldUp: readonly number[];
}
