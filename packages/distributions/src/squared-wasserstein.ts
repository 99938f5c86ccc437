import { toFactor } from '@gaussmix/covariance';
import { meanDifference } from './mean-difference.ts';
import type { MultivariateNormal } from './multivariate-normal.ts';
import { procrustes } from './procrustes.ts';

/**
 * The squared 2-Wasserstein distance of two normal distributions: the least mean squared way on which the rows of one can
 * be carried to the places of the other.
 *
 *   W^2 = |mu_a - mu_b|^2 + tr(Sigma_a + Sigma_b - 2 (Sigma_a^1/2 Sigma_b Sigma_a^1/2)^1/2)
 *       = |mu_a - mu_b|^2 + min over orthogonal Q of |L_a - L_b Q|^2,   Sigma = L L^T
 *
 * By the second form, in which nothing cancels where a and b are almost the same.
 *
 * @returns not negative, in squared units of the columns; Infinity beyond the largest double. Symmetric
 * @throws GaussmixError "shape" when the dimensions differ
 *
 * O(d^3). Gelbrich (1990), Mathematische Nachrichten 147, 185-203; Bhatia, Jain & Lim (2019), Expositiones Mathematicae
 * 37, 165-191.
 */
export function squaredWasserstein(a: MultivariateNormal, b: MultivariateNormal): number {
  const difference = meanDifference(a, b, 'squaredWasserstein');
  const between = difference.reduce((sum, entry) => sum + entry * entry, 0);
  return between + procrustes(toFactor(a.covariance), toFactor(b.covariance), difference.length);
}
