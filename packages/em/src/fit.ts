import type { Mixture } from '@gaussmix/distributions';

/** How the restarts of a fit went. */
export interface RestartSummary {
  /** Starts that were run. */
  readonly total: number;
  /** Starts that ended in an error, such as a collapsed component. */
  readonly failed: number;
  /** Starts that reached the best optimum, to within what the tolerance can tell apart. */
  readonly best: number;
  /** The messages of the starts that failed, in order. */
  readonly failures: readonly string[];
}

/** Something that the reader of a fit should know; the fit stands. */
export interface FitWarning {
  /** "not-converged", "collapsed" or "few-rows". */
  readonly code: string;
  readonly message: string;
  /** The component it is about, counted from 0, if it is about one. */
  readonly component?: number;
}

/** What a fit returns. Plain data: it survives `structuredClone`. */
export interface Fit {
  readonly mixture: Mixture;
  /** The name of the covariance structure: a label. */
  readonly structure: string;
  /** n, the rows that were fitted. */
  readonly rows: number;
  /** Free parameters: weights, means and covariances. */
  readonly parameters: number;
  /** Total log-likelihood of the returned parameters, in nats, for the data's units. */
  readonly logLikelihood: number;
  /** sum_ik tau_ik ln tau_ik, at most 0: what the soft assignment leaves open. */
  readonly assignmentEntropy: number;
  /** sum_i ln max_k tau_ik, at most 0. */
  readonly logMaxPosterior: number;
  readonly iterations: number;
  /** True when at most `tolerance` nats per row are left to gain. */
  readonly converged: boolean;
  /** The objective (see `Assignment`) after each iteration, the start's first: iterations + 1 numbers, the last one that of the returned parameters. */
  readonly trace: readonly number[];
  readonly warnings: readonly FitWarning[];
  readonly restarts: RestartSummary;
  readonly seed: number;
}
