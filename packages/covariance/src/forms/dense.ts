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
  leastVariance({ dimension, factor }, enough) {
    const certain = leastVarianceAtLeast(factor, dimension);
    if (certain >= enough) return certain;
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

/**
 * 1 / trace(Sigma^-1) from below, in O(d^2): the inverse of a triangle is nowhere larger than that of M, with l_ii on the diagonal and
 * -|l_ij| beside it, whose row sums y solve M y = 1 (Higham 2002, section 8.3).
 */
function leastVarianceAtLeast(factor: Float64Array, d: number): number {
  const sums = new Float64Array(d);
  let squares = 0;
  for (let i = 0; i < d; i++) {
    let sum = 1;
    for (let j = 0; j < i; j++) sum += Math.abs(factor[i * d + j]!) * sums[j]!;
    sums[i] = sum / factor[i * d + i]!;
    squares += sums[i]! * sums[i]!;
  }
  return 1 / squares;
}
