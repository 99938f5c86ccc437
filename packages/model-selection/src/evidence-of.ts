import type { Mixture } from '@gaussmix/distributions';
import { eStep } from '@gaussmix/em';
import { log } from '@gaussmix/kernels';
import type { MatrixLike } from '@gaussmix/linalg';
import type { Evidence } from './criterion.ts';
import { timesLog } from './times-log.ts';

/**
 * What an information criterion needs in order to judge a mixture on any rows, such as rows that it was not
 * fitted to: `bic.cost(evidenceOf(mixture, { parameters: fit.parameters, x }))`.
 *
 * @param told  `parameters`, how many free ones the mixture has (a mixture does not know how it was estimated), and the
 *   rows `x`, n x d
 * @returns rows, parameters, and over x the log-likelihood and the sums of tau ln tau and of ln max tau, tau the
 *   posteriors, in nats
 */
export function evidenceOf(
  mixture: Mixture,
  { parameters, x }: { readonly parameters: number; readonly x: MatrixLike },
): Evidence {
  const { responsibilities, logLikelihood } = eStep(mixture, x);
  const { data, rows, columns } = responsibilities;
  let assignmentEntropy = 0;
  let logMaxPosterior = 0;
  for (let i = 0; i < rows; i++) {
    let largest = 0;
    for (let k = 0; k < columns; k++) {
      const posterior = data[i * columns + k]!;
      assignmentEntropy += timesLog(posterior);
      largest = Math.max(largest, posterior);
    }
    logMaxPosterior += log(largest);
  }
  return { rows, parameters, logLikelihood, assignmentEntropy, logMaxPosterior };
}
