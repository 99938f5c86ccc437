import type { Covariance } from '../../covariance.ts';
import { covarianceFromDense } from '../../covariance-from.ts';
import { demandProper } from '../demand-proper.ts';
import { inEverySetting, type Law } from '../law.ts';
import { randomCovariance, randomFactors } from '../random-matrices.ts';
import { estimateFrom, type Setting } from '../setting.ts';

/** A fit may start from given covariances, of any form, in the family or not. */
export const acceptsAnyWarmStart: Law = inEverySetting(
  'covariances of every form serve as a warm start',
  (setting) => {
    for (const covariance of oneOfEachForm(setting)) {
      const previous = Array.from({ length: setting.components }, () => covariance);
      demandProper(estimateFrom(setting.structure, setting.moments, previous), setting);
    }
  },
);

function oneOfEachForm({ dimension, numbers }: Setting): Covariance[] {
  return [
    { form: 'identity', dimension, variance: numbers.between(0.5, 2) },
    { form: 'diagonal', variances: randomFactors(numbers, dimension) },
    covarianceFromDense(randomCovariance(numbers, dimension), dimension),
    {
      form: 'low-rank',
      loadings: Float64Array.from({ length: dimension }, () => numbers.between(-1, 1)),
      noise: randomFactors(numbers, dimension),
    },
  ];
}
