import type { Covariance } from './covariance.ts';
import type { CovarianceJSON } from './covariance-json.ts';
import { dimensionOf, toDense } from './form-of.ts';

/** The model document's spelling of a covariance. @returns plain JSON; numbers read back to the same double */
export function covarianceToJSON(covariance: Covariance): CovarianceJSON {
  if (covariance.form === 'identity') {
    return { kind: 'identity', variance: covariance.variance, dimension: covariance.dimension };
  }
  if (covariance.form === 'diagonal') return { kind: 'diagonal', variances: [...covariance.variances] };
  const d = dimensionOf(covariance);
  if (covariance.form === 'low-rank') {
    return { kind: 'low-rank', loadings: rowsOf(covariance.loadings, d), noise: [...covariance.noise] };
  }
  return { kind: 'dense', matrix: rowsOf(toDense(covariance), d), factor: rowsOf(covariance.factor, d) };
}

/** @param d  the number of rows */
function rowsOf(matrix: Float64Array, d: number): number[][] {
  const columns = matrix.length / d;
  return Array.from({ length: d }, (_, i) => Array.from(matrix.subarray(i * columns, (i + 1) * columns)));
}
