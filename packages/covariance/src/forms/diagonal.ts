import { log } from '@gaussmix/kernels';
import type { Covariance, DiagonalCovariance } from '../covariance.ts';
import { type LinearMap, matrixOfMap } from '../linear-map.ts';
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

  whitenRowsInto(out, deviations, covariance) {
    const sigmas = diagonal.deviations(covariance)!;
    const d = sigmas.length;
    for (let at = 0; at < deviations.length; at++) out[at] = deviations[at]! / sigmas[at % d]!;
  },

  unwhitenInto(out, y, { variances }) {
    for (let j = 0; j < variances.length; j++) out[j] = y[j]! * Math.sqrt(variances[j]!);
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
    const matrix = matrixOfMap(map);
    const d = covariance.variances.length;
    return {
      form: 'diagonal',
      variances: covariance.variances.map(
        (variance, j) => matrix[j * d + j]! * (variance * matrix[j * d + j]!),
      ),
    };
  },

  deviations: ({ variances }) => variances.map(Math.sqrt),

  toJSON: ({ variances }) => ({ kind: 'diagonal', variances: Array.from(variances) }),
};

function diagonalMatrix(entries: Float64Array): Float64Array {
  const d = entries.length;
  const matrix = new Float64Array(d * d);
  for (let j = 0; j < d; j++) matrix[j * d + j] = entries[j]!;
  return matrix;
}
