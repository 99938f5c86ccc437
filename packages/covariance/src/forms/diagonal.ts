import { log } from '@gaussmix/kernels';
import type { Covariance, DiagonalCovariance } from '../covariance.ts';
import { diagonalMatrix } from '../diagonal-matrix.ts';
import { diagonalOfMap, type LinearMap } from '../linear-map.ts';
import { dense } from './dense.ts';
import type { CovarianceForm } from './form.ts';

/** Sigma = diag(variances). */
export const diagonal: CovarianceForm<DiagonalCovariance> = {
  dimension: ({ variances }) => variances.length,

  logDeterminant({ variances }) {
    let sum = 0;
    for (const variance of variances) sum += log(variance);
    return sum;
  },

  toDense: ({ variances }) => diagonalMatrix(variances),

  toFactor: ({ variances }) => diagonalMatrix(variances.map(Math.sqrt)),

  leastVariance: ({ variances }) =>
    variances.reduce((least, variance) => Math.min(least, variance), Infinity),

  map(covariance: DiagonalCovariance, map: LinearMap): Covariance {
    if (map.kind === 'triangular') {
      const factor = diagonal.toFactor(covariance);
      return dense.map({ form: 'dense', dimension: map.dimension, factor }, map);
    }
    const factors = diagonalOfMap(map);
    const variances = covariance.variances.map((variance, j) => factors[j]! * (variance * factors[j]!));
    return { form: 'diagonal', variances };
  },

  deviations: ({ variances }) => variances.map(Math.sqrt),
};
