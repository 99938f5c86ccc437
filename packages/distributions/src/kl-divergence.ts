import { toFactor } from '@gaussmix/covariance';
import { log } from '@gaussmix/kernels';
import { solveLowerInto } from '@gaussmix/linalg';
import { meanDifference } from './mean-difference.ts';
import type { MultivariateNormal } from './multivariate-normal.ts';

/**
 * The Kullback-Leibler divergence of one normal distribution from another: what is lost for each row of a by taking it for
 * one of b.
 *
 *   KL(a || b) = 1/2 (|C|^2 - d - 2 ln |C| + |L_b^-1 (mu_a - mu_b)|^2),   C = L_b^-1 L_a,   Sigma = L L^T
 *
 * As a sum of squares below the diagonal of C - I = L_b^-1 (L_a - L_b) and of c^2 - 1 - 2 ln c on that of C, of which none
 * is negative: nothing cancels where a and b are almost the same.
 *
 * @returns nats, not negative; Infinity beyond the largest double. Not symmetric, and free of units
 * @throws GaussmixError "shape" when the dimensions differ
 *
 * O(d^3). Kullback & Leibler (1951); Bishop (2006), section 1.6.1.
 */
export function klDivergence(a: MultivariateNormal, b: MultivariateNormal): number {
  const difference = meanDifference(a, b, 'klDivergence');
  const d = difference.length;
  const [factor, other] = [toFactor(a.covariance), toFactor(b.covariance)];
  solveLowerInto(difference, other, difference);
  let sum = difference.reduce((total, entry) => total + entry * entry, 0);
  const column = new Float64Array(d);
  for (let j = 0; j < d; j++) {
    for (let i = 0; i < d; i++) column[i] = factor[i * d + j]! - other[i * d + j]!;
    solveLowerInto(column, other, column);
    sum += excess(column[j]!, factor[j * d + j]! / other[j * d + j]!);
    for (let i = j + 1; i < d; i++) sum += column[i]! * column[i]!;
  }
  return Number.isNaN(sum) ? Infinity : 0.5 * sum;
}

/** c^2 - 1 - 2 ln c for c = 1 + e; near 1 as 2 e^2 - 2 e^3 / 3 + 2 e^4 / 4 - ..., which begins after what cancels. */
function excess(e: number, c: number): number {
  if (Math.abs(e) > 0.1) return c * c - 1 - 2 * log(c);
  let rest = 0;
  for (let n = 17; n >= 3; n--) rest = 2 / n - e * rest;
  return e * e * (2 - e * rest);
}
