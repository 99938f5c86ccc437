import { sample } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import { asMatrix, type Matrix, type MatrixLike, takeRows } from '@gaussmix/linalg';
import { createUniformRandom } from '@gaussmix/random';
import { failedResult } from '../failed-result.ts';
import { likelihoodRatio, nullFitOfReplicate } from './likelihood-ratio.ts';
import type { ReplicateResult, ReplicateSpec } from './replicate.ts';

/**
 * One replicate of a bootstrap, at once: what a worker runs that was posted a spec. A fit that fails is a result.
 *
 * @param x  n x d, the rows of the bootstrap
 * @returns the mixture fitted to the rows that were drawn, or twice what one component more gains in log-likelihood
 * @throws GaussmixError when the input is at fault, so that no other replicate would do better
 */
export function fitReplicate(x: MatrixLike, spec: ReplicateSpec): ReplicateResult {
  const rows = drawnRows(asMatrix(x, 'fitReplicate'), spec);
  try {
    return answers[spec.ask](rows, spec);
  } catch (error) {
    const { error: message = '' } = failedResult(error);
    return { error: message };
  }
}

const answers: Readonly<
  Record<ReplicateSpec['ask'], (rows: Matrix, spec: ReplicateSpec) => ReplicateResult>
> = {
  parameters(rows, { mixture: initial, covariance, options }) {
    const { mixture, warnings } = fitMixture(rows, { ...options, covariance, initial });
    const collapsed = warnings.find(({ code }) => code === 'collapsed');
    return collapsed ? { error: collapsed.message } : { mixture };
  },

  'likelihood-ratio'(rows, { mixture, covariance, options }) {
    const nullFit = nullFitOfReplicate(rows, mixture, { ...options, covariance });
    return { statistic: likelihoodRatio(rows, nullFit, { ...options, covariance }).statistic };
  },
};

/** As many rows as x has, from the mixture or from x. */
function drawnRows(x: Matrix, { draw, mixture, options, replicate }: ReplicateSpec): Matrix {
  const seed = `${options.seed ?? 0}/bootstrap/${replicate}`;
  if (draw === 'mixture') return sample(mixture, x.rows, { seed }).rows;
  const random = createUniformRandom(seed);
  return takeRows(
    x,
    Int32Array.from({ length: x.rows }, () => random.integer(x.rows)),
  );
}
