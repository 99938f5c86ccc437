import { log } from '@gaussmix/kernels';
import type { Covariance, IdentityCovariance } from '../covariance.ts';
import type { LinearMap } from '../linear-map.ts';
import { diagonal } from './diagonal.ts';
import type { CovarianceForm } from './form.ts';

/** Sigma = variance * I. */
export const identity: CovarianceForm<IdentityCovariance> = {
  dimension: ({ dimension }) => dimension,

  logDeterminant: ({ dimension, variance }) => dimension * log(variance),

  toDense: (covariance) => diagonal.toDense(asDiagonal(covariance)),

  toFactor: (covariance) => diagonal.toFactor(asDiagonal(covariance)),

  leastVariance: ({ variance }) => variance,

  map(covariance: IdentityCovariance, map: LinearMap): Covariance {
    if (map.kind !== 'scale') return diagonal.map(asDiagonal(covariance), map);
    return { ...covariance, variance: map.factor * (covariance.variance * map.factor) };
  },

  deviations: ({ dimension, variance }) => new Float64Array(dimension).fill(Math.sqrt(variance)),
};

function asDiagonal({ dimension, variance }: IdentityCovariance): {
  form: 'diagonal';
  variances: Float64Array;
} {
  return { form: 'diagonal', variances: new Float64Array(dimension).fill(variance) };
}
