/** A covariance as the model document spells it. */
export type CovarianceJSON =
  | { readonly kind: 'identity'; readonly dimension: number; readonly variance: number }
  | { readonly kind: 'diagonal'; readonly variances: readonly number[] }
  | {
      readonly kind: 'low-rank';
      /** d rows of q numbers. */
      readonly loadings: readonly (readonly number[])[];
      /** d numbers. */
      readonly noise: readonly number[];
    }
  | {
      readonly kind: 'dense';
      /** d rows of d numbers. */
      readonly matrix: readonly (readonly number[])[];
      /** The lower Cholesky factor of the matrix, d rows of d numbers. */
      readonly factor?: readonly (readonly number[])[];
    };
