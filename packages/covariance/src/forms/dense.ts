import { log } from '@gaussmix/kernels';
import { invertLower, multiplyByTranspose, multiplyLowers } from '@gaussmix/linalg';
import type { DenseCovariance } from '../covariance.ts';
import { matrixOfMap } from '../linear-map.ts';
import type { CovarianceForm } from './form.ts';

/** Sigma = L L^T: any symmetric positive definite matrix. */
export const dense: CovarianceForm<DenseCovariance> = {
  dimension: ({ dimension }) => dimension,

  logDeterminant({ dimension: d, factor }) {
    let sum = 0;
    for (let j = 0; j < d; j++) sum += log(factor[j * d + j]!);
    return 2 * sum;
  },

  toDense: ({ dimension, factor }) => multiplyByTranspose(factor, dimension),

  toFactor: ({ factor }) => factor,

  // 1 / trace(Sigma^-1), and the trace is the sum of squares of L^-1.
  leastVariance({ dimension, factor }) {
    let trace = 0;
    for (const entry of invertLower(factor, dimension)) trace += entry * entry;
    return 1 / trace;
  },

  map: ({ dimension, factor }, map) => ({
    form: 'dense',
    dimension,
    factor: multiplyLowers(matrixOfMap(map), factor, dimension),
  }),

  deviations: () => undefined,
};
