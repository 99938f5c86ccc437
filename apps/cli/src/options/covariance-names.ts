/** What may stand behind --covariance, for its help. */
export const covarianceNames =
  'full, tied, diag, spherical, EII to VVV as in mclust, factors:Q for Q factors, all';
