import type { Covariance } from '@gaussmix/covariance';
import type { MatrixLike } from '@gaussmix/linalg';
import { createMixture } from './create-mixture.ts';
import { matrixFor } from './rows-of.ts';
import { type SampleOptions, sample } from './sample.ts';
import { scoreSamples } from './score-samples.ts';

/** Mean and covariance of a normal distribution in d dimensions. */
export interface MultivariateNormal {
  /** d numbers. */
  readonly mean: ArrayLike<number>;
  readonly covariance: Covariance;
}

/**
 * The log-density of each row of x under N(mean, covariance).
 *
 *   ln N(x) = -1/2 (d ln 2 pi + ln |Sigma| + |L^-1 (x - mu)|^2),   Sigma = L L^T
 *
 * @param x  n x d, one point per row, in the units of the mean
 * @returns n log-densities, in nats
 * @throws GaussmixError "shape" or "not-finite"
 *
 * O(n d^2). Bishop (2006), eq. 2.43.
 */
export function multivariateNormalLogDensities(normal: MultivariateNormal, x: MatrixLike): Float64Array {
  const mixture = asMixture(normal);
  return scoreSamples(mixture, matrixFor(mixture, x, 'multivariateNormalLogDensities'));
}

/**
 * Draws rows from N(mean, covariance).
 *
 * @param n  how many rows, at least 1
 * @returns n rows of d numbers, row-major, as a matrix
 */
export function sampleMultivariateNormal(normal: MultivariateNormal, n: number, options: SampleOptions = {}) {
  return sample(asMixture(normal), n, options).rows;
}

function asMixture({ mean, covariance }: MultivariateNormal) {
  return createMixture({ weights: [1], means: [mean], covariances: [covariance] });
}
