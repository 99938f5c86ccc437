import type { Covariance } from '../covariance.ts';
import type { LinearMap } from '../linear-map.ts';

/** A covariance as the model document spells it. */
export type CovarianceJSON =
  | { readonly kind: 'identity'; readonly dimension: number; readonly variance: number }
  | { readonly kind: 'diagonal'; readonly variances: readonly number[] }
  | {
      readonly kind: 'dense';
      /** d rows of d numbers. */
      readonly matrix: readonly (readonly number[])[];
      /** The lower Cholesky factor of the matrix, d rows of d numbers. */
      readonly factor?: readonly (readonly number[])[];
    };

/** What every form answers. Sigma = L L^T, d x d. */
export interface CovarianceForm<C extends Covariance> {
  /** d. */
  dimension(covariance: C): number;
  /** ln |Sigma|. */
  logDeterminant(covariance: C): number;
  /** y = L^-1 x for each row x of n x d deviations; `out` may be `deviations` itself. */
  whitenRowsInto(out: Float64Array, deviations: Float64Array, covariance: C): void;
  /** x = L y for one row of d numbers; `out` may be `y` itself. */
  unwhitenInto(out: Float64Array, y: Float64Array, covariance: C): void;
  /** Sigma, d x d row-major. */
  toDense(covariance: C): Float64Array;
  /** L, d x d row-major, lower triangular. */
  toFactor(covariance: C): Float64Array;
  /** A lower bound on the smallest eigenvalue, at most d times too small. */
  leastVariance(covariance: C): number;
  /** The covariance of T z, given that of z. */
  map(covariance: C, map: LinearMap): Covariance;
  /** The standard deviations when Sigma is diagonal, else undefined: what the hot loops may use instead of L. */
  deviations(covariance: C): Float64Array | undefined;
  /** The model document's spelling. */
  toJSON(covariance: C): CovarianceJSON;
}
