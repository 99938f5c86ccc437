import type { Covariance } from '@gaussmix/covariance';
import { marginalFactor } from './marginal-factor.ts';

/**
 * The covariance of some of the columns: rows and columns A of Sigma.
 *
 * @param columns  A, m different columns, counted from 0; the caller has checked them
 * @returns a covariance of dimension m, of the same form; one of low rank is dense where factors are not fewer than columns
 */
export function marginalCovariance(covariance: Covariance, columns: readonly number[]): Covariance {
  const dimension = columns.length;
  if (covariance.form === 'identity') return { ...covariance, dimension };
  if (covariance.form === 'diagonal') {
    return { form: 'diagonal', variances: Float64Array.from(columns, (j) => covariance.variances[j]!) };
  }
  if (covariance.form === 'low-rank') {
    const { loadings, noise } = covariance;
    const q = loadings.length / noise.length;
    if (q < dimension) {
      return {
        form: 'low-rank',
        loadings: Float64Array.from(columns.flatMap((j) => [...loadings.subarray(j * q, (j + 1) * q)])),
        noise: Float64Array.from(columns, (j) => noise[j]!),
      };
    }
  }
  return { form: 'dense', dimension, factor: marginalFactor(covariance, columns) };
}
