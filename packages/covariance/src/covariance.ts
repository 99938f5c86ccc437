/** Sigma = variance * I. */
export interface IdentityCovariance {
  readonly form: 'identity';
  readonly dimension: number;
  readonly variance: number;
}

/** Sigma = diag(variances). */
export interface DiagonalCovariance {
  readonly form: 'diagonal';
  /** d variances. */
  readonly variances: Float64Array;
}

/** Sigma = L L^T, any symmetric positive definite matrix. */
export interface DenseCovariance {
  readonly form: 'dense';
  readonly dimension: number;
  /** The lower Cholesky factor L, d x d row-major, zeros above the diagonal. */
  readonly factor: Float64Array;
}

/** Sigma = Lambda Lambda^T + diag(noise): what a few factors share, and what each column has for itself. */
export interface LowRankCovariance {
  readonly form: 'low-rank';
  /** Lambda, d x q row-major. Any rotation of its columns is the same covariance. */
  readonly loadings: Float64Array;
  /** d variances. */
  readonly noise: Float64Array;
}

/**
 * What a covariance is: plain data in a closed set of forms, so that it saves, posts to a worker and
 * vectorizes. Structures are open, forms are closed.
 */
export type Covariance = IdentityCovariance | DiagonalCovariance | DenseCovariance | LowRankCovariance;
