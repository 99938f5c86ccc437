import type { Mixture } from '@gaussmix/distributions';
import { eStep } from '@gaussmix/em';
import { log } from '@gaussmix/kernels';
import type { MatrixLike } from '@gaussmix/linalg';
import type { Evidence } from './criterion.ts';

/**
 * What an information criterion needs in order to judge a mixture on any rows, such as rows that it was not
 * fitted to: `bic.cost(evidenceOf(mixture, { parameters: fit.parameters, x }))`.
 *
 * @param parameters  how many free parameters the mixture has: a mixture does not know how it was estimated
 * @param x  n x d
 * @returns rows, parameters, log-likelihood and the sum of ln max posterior over x, in nats
 */
export function evidenceOf(
  mixture: Mixture,
  { parameters, x }: { readonly parameters: number; readonly x: MatrixLike },
): Evidence {
  const { responsibilities, logLikelihood } = eStep(mixture, x);
  const { data, rows, columns } = responsibilities;
  let logMaxPosterior = 0;
  for (let i = 0; i < rows; i++) {
    let largest = 0;
    for (let k = 0; k < columns; k++) largest = Math.max(largest, data[i * columns + k]!);
    logMaxPosterior += log(largest);
  }
  return { rows, parameters, logLikelihood, logMaxPosterior };
}
