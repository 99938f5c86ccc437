import { toDense } from '@gaussmix/covariance';
import { choleskyInto, covarianceOf } from '@gaussmix/linalg';

/** The least share of the data's variance, in any direction, that a component of a real optimum has. */
const LEAST_SHARE = 1e-3;

/**
 * Whether an optimum is real rather than spurious: every component holds at least d + 1 rows, and with the data whitened by
 * their total covariance no component's covariance has an eigenvalue below 1e-3.
 *
 * @param {import('@gaussmix/linalg').Matrix} x
 * @param {import('@gaussmix/distributions').Mixture} mixture
 */
export function isReal(x, { dimension: d, weights, covariances }) {
  const total = covarianceOf(x, undefined);
  return covariances.every((covariance, k) => {
    if (weights[k] * x.rows < d + 1) return false;
    const rest = toDense(covariance).map((entry, at) => entry / LEAST_SHARE - total[at]);
    return choleskyInto(new Float64Array(d * d), rest, d) < 0;
  });
}
