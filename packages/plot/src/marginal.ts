import type { Covariance } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { checkDimensions } from './check-dimensions.ts';
import { marginalCovariance } from './marginal-covariance.ts';

/**
 * The mixture of some of the coordinates: what the other columns being unknown leaves.
 *
 *   p(x_D) = sum_k w_k N(x_D; mu_k[D], Sigma_k[D, D])
 *
 * @param dimensions  m different coordinates, counted from 0, in the order wanted
 * @returns a mixture in m dimensions with the same weights
 * @throws GaussmixError "dimensions" when one is not a coordinate of the mixture or comes twice
 *
 * Bishop (2006), eq. 2.98.
 */
export function marginal(mixture: Mixture, dimensions: readonly number[]): Mixture {
  checkDimensions(dimensions, mixture.dimension, 'marginal');
  const pick = (values: Float64Array) => Float64Array.from(dimensions, (dimension) => values[dimension]!);
  // A covariance that components share stays one object, so that it is whitened once.
  const marginals = new Map<Covariance, Covariance>();
  for (const covariance of mixture.covariances) {
    if (!marginals.has(covariance)) marginals.set(covariance, marginalCovariance(covariance, dimensions));
  }
  return {
    dimension: dimensions.length,
    weights: mixture.weights.slice(),
    means: mixture.means.map(pick),
    covariances: mixture.covariances.map((covariance) => marginals.get(covariance)!),
    origin: pick(mixture.origin),
    offsets: mixture.offsets.map(pick),
  };
}
