/**
 * What a family with common axes makes of h_k = ln |diag(D^T S_k D)|: the function F(h) that it minimizes, in nats
 * (twice the lost log-likelihood, up to a constant).
 */
export interface VolumeRule {
  /** n = sum_k N_k. */
  readonly rows: number;
  /** F(h). */
  cost(logDeterminants: Float64Array): number;
  /** dF / dh_k, which sum to n. @param out  receives K numbers */
  weightsInto(out: Float64Array, logDeterminants: Float64Array): void;
  /** d2F / dh_k dh_l = coupling ([k = l] w_k - w_k w_l / n), w the weights. */
  readonly coupling: number;
}
