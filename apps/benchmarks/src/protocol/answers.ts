/** What a program says of itself. */
export interface About {
  readonly version: string;
  /** What else matters for its speed, such as its BLAS. */
  readonly details?: string;
}

/** EM from a given start. */
export interface RunAnswer {
  /** Of one iteration: an M-step and an E-step, without start, setup or reading. */
  readonly seconds: number;
  /** Of all rows under the parameters after the last iteration. */
  readonly logLikelihood: number;
  /** sum_k w_k |mu_k|^2 of those parameters. */
  readonly digest: number;
}

/** K-means from given centers. */
export interface KMeansAnswer {
  /** Of the whole call. */
  readonly seconds: number;
  readonly inertia: number;
  readonly iterations: number;
}

/** A fit with a program's own defaults. */
export interface FitAnswer {
  /** Of the whole call. */
  readonly seconds: number;
  readonly logLikelihood: number;
}
