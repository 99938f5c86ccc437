import type { Mixture } from '@gaussmix/distributions';
import type { Fit } from '@gaussmix/em';
import type { MatrixLike } from '@gaussmix/linalg';
import { type AsyncBootstrapOptions, bootstrapThere } from './bootstrapping.ts';
import {
  type BootstrapIntervals,
  type BootstrapIntervalsOptions,
  bootstrappingIntervals,
  planIntervals,
} from './interval-plan.ts';

/**
 * What `bootstrapIntervals` does, where the caller wants it done: the same answer, bit for bit, in whatever order and place
 * the replicates are fitted.
 *
 * @param fitted  a fit or its mixture
 * @param x  n x d, the rows that it was fitted to
 * @returns a promise of intervals in the shape of the parameters
 * @throws what `bootstrapIntervals` throws, the signal's reason, and what the runner throws
 */
export async function bootstrapIntervalsAsync(
  fitted: Fit | Mixture,
  x: MatrixLike,
  options: BootstrapIntervalsOptions & AsyncBootstrapOptions = {},
): Promise<BootstrapIntervals> {
  const { runner, signal, ...others } = options;
  const plan = planIntervals('bootstrapIntervalsAsync', fitted, { x, options: others });
  return bootstrapThere(bootstrappingIntervals(plan), plan.x, options);
}
