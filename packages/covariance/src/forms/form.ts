import type { Covariance } from '../covariance.ts';
import type { LinearMap } from '../linear-map.ts';

/** What every form answers. Sigma = L L^T, d x d. */
export interface CovarianceForm<C extends Covariance> {
  /** d. */
  dimension(covariance: C): number;
  /** ln |Sigma|. */
  logDeterminant(covariance: C): number;
  /** Sigma, d x d row-major. */
  toDense(covariance: C): Float64Array;
  /** L, d x d row-major, lower triangular. */
  toFactor(covariance: C): Float64Array;
  /** A lower bound on the smallest eigenvalue, at most d times too small, or any that is `enough`. */
  leastVariance(covariance: C, enough: number): number;
  /** The covariance of T z, given that of z. */
  map(covariance: C, map: LinearMap): Covariance;
  /** The standard deviations when Sigma is diagonal, else undefined: what the hot loops may use instead of L. */
  deviations(covariance: C): Float64Array | undefined;
}
