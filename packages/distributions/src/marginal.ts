import type { Covariance } from '@gaussmix/covariance';
import { checkColumns } from './check-columns.ts';
import { marginalCovariance } from './marginal-covariance.ts';
import type { Mixture } from './mixture.ts';

/**
 * The mixture of some of the columns: what the others being unknown leaves.
 *
 *   p(x_A) = sum_k w_k N(x_A; mu_k[A], Sigma_k[A, A])
 *
 * @param columns  A, m different columns, counted from 0, in the order wanted
 * @returns a mixture in m dimensions with the same weights; a covariance that components share stays shared
 * @throws GaussmixError "columns" when one is not a column of the mixture or comes twice
 *
 * Bishop (2006), eq. 2.98.
 */
export function marginal(mixture: Mixture, columns: readonly number[]): Mixture {
  checkColumns(columns, mixture.dimension, 'marginal');
  const pick = (values: Float64Array) => Float64Array.from(columns, (column) => values[column]!);
  // A covariance that components share stays one object, so that it is whitened once.
  const marginals = new Map<Covariance, Covariance>();
  for (const covariance of mixture.covariances) {
    if (!marginals.has(covariance)) marginals.set(covariance, marginalCovariance(covariance, columns));
  }
  return {
    dimension: columns.length,
    weights: mixture.weights.slice(),
    means: mixture.means.map(pick),
    covariances: mixture.covariances.map((covariance) => marginals.get(covariance)!),
    origin: pick(mixture.origin),
    offsets: mixture.offsets.map(pick),
  };
}
