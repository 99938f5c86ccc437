import type { Covariance } from './covariance.ts';
import { dense } from './forms/dense.ts';
import { diagonal } from './forms/diagonal.ts';
import type { CovarianceForm } from './forms/form.ts';
import { identity } from './forms/identity.ts';
import { lowRank } from './forms/low-rank.ts';
import type { LinearMap } from './linear-map.ts';

const forms: { readonly [F in Covariance['form']]: CovarianceForm<Extract<Covariance, { form: F }>> } = {
  identity,
  diagonal,
  dense,
  'low-rank': lowRank,
};

/** The operations of a covariance's form. The table guarantees that they fit; the compiler cannot follow. */
function formOf<C extends Covariance>(covariance: C): CovarianceForm<C> {
  return forms[covariance.form] as unknown as CovarianceForm<C>;
}

/** The number of dimensions of a covariance. @returns d */
export function dimensionOf(covariance: Covariance): number {
  return formOf(covariance).dimension(covariance);
}

/** The logarithm of the determinant. @returns ln |Sigma| */
export function logDeterminant(covariance: Covariance): number {
  return formOf(covariance).logDeterminant(covariance);
}

/** The covariance matrix. @returns Sigma, d x d row-major */
export function toDense(covariance: Covariance): Float64Array {
  return formOf(covariance).toDense(covariance);
}

/** The lower Cholesky factor. @returns L with Sigma = L L^T, d x d row-major; it may be the covariance's own */
export function toFactor(covariance: Covariance): Float64Array {
  return formOf(covariance).toFactor(covariance);
}

/**
 * A lower bound on the smallest eigenvalue of Sigma.
 *
 * @param enough  a bound that is enough: one that is quick to find may then be as loose; none is when absent
 * @returns a variance, at most d times too small where it is below `enough`
 *
 * O(d^3) for a dense form, but O(d^2) where that shows enough.
 */
export function leastVariance(covariance: Covariance, enough = Infinity): number {
  return formOf(covariance).leastVariance(covariance, enough);
}

/** The standard deviations of a covariance that is diagonal by form. @returns d numbers, or undefined for other forms */
export function deviationsOf(covariance: Covariance): Float64Array | undefined {
  return formOf(covariance).deviations(covariance);
}

/**
 * The covariance of T z, given that of z: T Sigma T^T. The factor is mapped, so that no digit is lost in squares.
 *
 * @returns a covariance of the same form where the map allows it, else dense
 */
export function mapCovariance(covariance: Covariance, map: LinearMap): Covariance {
  return formOf(covariance).map(covariance, map);
}
