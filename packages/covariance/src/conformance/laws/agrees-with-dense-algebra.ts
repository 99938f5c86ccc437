import { log } from '@gaussmix/kernels';
import { choleskyInto, multiplyByTranspose } from '@gaussmix/linalg';
import type { Covariance } from '../../covariance.ts';
import { logDeterminant, toDense, toFactor } from '../../form-of.ts';
import { unwhitenInto, whitenRowsInto } from '../../whiten.ts';
import { demand, inEverySetting, type Law } from '../law.ts';
import { estimateFrom } from '../setting.ts';
import { ROUNDING } from '../tolerances.ts';

/**
 *   L (L^-1 x) = x,   Sigma = L L^T,   ln|Sigma| = 2 sum_j ln C_jj,   C the Cholesky factor of Sigma
 */
export const agreesWithDenseAlgebra: Law = inEverySetting(
  'whitening undoes unwhitening, and matrix, factor and log-determinant agree',
  ({ structure, moments, dimension: d, numbers }) => {
    const point = Float64Array.from({ length: d }, () => numbers.between(-3, 3));
    for (const covariance of estimateFrom(structure, moments)) {
      const dense = toDense(covariance);
      demandClose(whitenedAndBack(covariance, point), point, 'a point whitened and unwhitened');
      demandClose(multiplyByTranspose(toFactor(covariance), d), dense, 'the factor times its transpose');
      const determinant = [logDeterminant(covariance)];
      demandClose(determinant, [logDeterminantByCholesky(dense, d)], 'the log-determinant');
    }
  },
);

function whitenedAndBack(covariance: Covariance, point: Float64Array): Float64Array {
  const whitened = new Float64Array(point.length);
  whitenRowsInto(whitened, point, covariance);
  unwhitenInto(whitened, whitened, covariance);
  return whitened;
}

function logDeterminantByCholesky(dense: Float64Array, d: number): number {
  const factor = new Float64Array(d * d);
  choleskyInto(factor, dense, d);
  let sum = 0;
  for (let j = 0; j < d; j++) sum += log(factor[j * d + j]!);
  return 2 * sum;
}

function demandClose(actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  const size = Array.from(expected).reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 1);
  for (let at = 0; at < expected.length; at++) {
    const [got, wanted] = [actual[at]!, expected[at]!];
    demand(Math.abs(got - wanted) <= ROUNDING * size, `${what} must be ${wanted} at ${at}, got ${got}.`);
  }
}
