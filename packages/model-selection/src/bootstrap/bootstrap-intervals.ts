import type { Mixture } from '@gaussmix/distributions';
import type { Fit } from '@gaussmix/em';
import type { MatrixLike } from '@gaussmix/linalg';
import { bootstrapHere } from './bootstrapping.ts';
import {
  type BootstrapIntervals,
  type BootstrapIntervalsOptions,
  bootstrappingIntervals,
  planIntervals,
} from './interval-plan.ts';

/**
 * Intervals for weights, means and covariances from the scatter of fits to data drawn anew: the percentiles of each
 * parameter over the replicates.
 *
 * Every replicate is fitted from the mixture itself, one run of EM, so that it ends at the optimum which belongs to the
 * mixture's own and components keep their numbers. Where components overlap so much that they change places on the way,
 * intervals come out too wide rather than too narrow.
 *
 * @param fitted  a fit or its mixture
 * @param x  n x d, the rows that it was fitted to
 * @returns intervals in the shape of the parameters; the same for the same seed
 * @throws GaussmixError for bad data or options, before any work is done; "nothing-fitted" when hardly a replicate has a fit
 *
 * Costs as much as `replicates` runs of EM. Efron & Tibshirani (1993), chapter 13; O'Hagan, Murphy, Scrucca & Gormley
 * (2019), Computational Statistics 34, 1779-1813.
 */
export function bootstrapIntervals(
  fitted: Fit | Mixture,
  x: MatrixLike,
  options: BootstrapIntervalsOptions = {},
): BootstrapIntervals {
  const plan = planIntervals('bootstrapIntervals', fitted, { x, options });
  return bootstrapHere(bootstrappingIntervals(plan), plan.x, options);
}
