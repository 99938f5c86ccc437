import { invertLower, multiplyLowerInto, solveLowerInto } from '@gaussmix/linalg';
import type { Covariance } from './covariance.ts';
import { deviationsOf, dimensionOf, toFactor } from './form-of.ts';
import { type LowRankFactor, lowRankFactor } from './forms/low-rank-factor.ts';

/**
 * Whitens deviations from a mean: y = L^-1 x for each row, Sigma = L L^T.
 *
 * @param out  n x d; receives the whitened rows. May be `deviations` itself
 * @param deviations  n x d row-major, mean already taken off
 */
export function whitenRowsInto(out: Float64Array, deviations: Float64Array, covariance: Covariance): void {
  const d = dimensionOf(covariance);
  const rowsOf = (visit: (y: Float64Array, x: Float64Array) => void): void => {
    for (let at = 0; at < deviations.length; at += d) {
      visit(out.subarray(at, at + d), deviations.subarray(at, at + d));
    }
  };
  const sigmas = deviationsOf(covariance);
  if (sigmas) {
    for (let at = 0; at < deviations.length; at++) out[at] = deviations[at]! / sigmas[at % d]!;
  } else if (covariance.form === 'low-rank') {
    const factor = lowRankFactor(covariance);
    const inverse = invertLower(factor.middle, factor.rank);
    rowsOf((y, x) => {
      for (let j = 0; j < d; j++) y[j] = x[j]! / factor.deviations[j]!;
      stretchInto(y, factor, inverse);
    });
  } else {
    const factor = toFactor(covariance);
    rowsOf((y, x) => solveLowerInto(y, factor, x));
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
  else if (covariance.form === 'low-rank') {
    const factor = lowRankFactor(covariance);
    out.set(y);
    stretchInto(out, factor, factor.middle);
    for (let j = 0; j < y.length; j++) out[j] = out[j]! * factor.deviations[j]!;
  } else multiplyLowerInto(out, toFactor(covariance), y);
}

/** y + Q (C - I) Q^T y, in place, for C or its inverse in the place of C. */
function stretchInto(y: Float64Array, { rank: q, basis }: LowRankFactor, middle: Float64Array): void {
  const along = new Float64Array(q);
  for (let at = 0; at < basis.length; at++) along[at % q]! += basis[at]! * y[Math.floor(at / q)]!;
  const stretched = new Float64Array(q);
  multiplyLowerInto(stretched, middle, along);
  for (let at = 0; at < basis.length; at++)
    y[Math.floor(at / q)]! += basis[at]! * (stretched[at % q]! - along[at % q]!);
}
