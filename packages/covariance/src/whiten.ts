import { multiplyLowerInto, solveLowerInto } from '@gaussmix/linalg';
import type { Covariance } from './covariance.ts';
import { deviationsOf, dimensionOf, toFactor } from './form-of.ts';

/**
 * Whitens deviations from a mean: y = L^-1 x for each row, Sigma = L L^T.
 *
 * @param out  n x d; receives the whitened rows. May be `deviations` itself
 * @param deviations  n x d row-major, mean already taken off
 */
export function whitenRowsInto(out: Float64Array, deviations: Float64Array, covariance: Covariance): void {
  const d = dimensionOf(covariance);
  const sigmas = deviationsOf(covariance);
  if (sigmas) {
    for (let at = 0; at < deviations.length; at++) out[at] = deviations[at]! / sigmas[at % d]!;
    return;
  }
  const factor = toFactor(covariance);
  for (let at = 0; at < deviations.length; at += d) {
    solveLowerInto(out.subarray(at, at + d), factor, deviations.subarray(at, at + d));
  }
}

/**
 * Undoes whitening: x = L y, Sigma = L L^T. A standard normal y gives an x with covariance Sigma.
 *
 * @param out  d numbers; receives x. May be `y` itself
 * @param y  d numbers
 */
export function unwhitenInto(out: Float64Array, y: Float64Array, covariance: Covariance): void {
  const sigmas = deviationsOf(covariance);
  if (sigmas) for (let j = 0; j < y.length; j++) out[j] = y[j]! * sigmas[j]!;
  else multiplyLowerInto(out, toFactor(covariance), y);
}
