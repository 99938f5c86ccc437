import type { EStepRequest } from '@gaussmix/em';

/** Multiplications and additions of a pass, counted, below which asking other threads takes longer than it saves. */
const WORTH_A_MESSAGE = 1_000_000;

/** What a row costs a component beside its products: an exponential, and the way through the loops. */
const COST_OF_A_POSTERIOR = 16;

/** Whether an E-step over so many rows is worth the messages, by counting: no clock decides who computes. */
export function worthPosting({ mixture, want, directions = [] }: EStepRequest, rows: number): boolean {
  const { dimension: d, weights, covariances } = mixture;
  const dense = want === 'full' || want === 'pooled' || covariances.some(({ form }) => form === 'dense');
  // A sketch and a covariance of low rank go over its directions four times together.
  const products = dense ? d * (d + 1) : 2 * d + 4 * (directions[0]?.length ?? 0);
  return rows * weights.length * (products + COST_OF_A_POSTERIOR) >= WORTH_A_MESSAGE;
}
