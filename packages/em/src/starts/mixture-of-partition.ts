import type { Mixture } from '@gaussmix/distributions';
import { type CenteredMoments, softMoments } from './soft-moments.ts';
import { mixtureOfMoments, type StartContext } from './start-context.ts';

/**
 * A mixture from a partition that a recipe found: one M-step, with one row's worth of the pooled scatter added to each
 * component, so that a part of a few rows does not start with a singular covariance.
 *
 * @param labels  n labels, counted from 0
 * @returns a mixture in the fit's coordinates
 */
export function mixtureOfPartition(labels: ArrayLike<number>, context: StartContext): Mixture {
  const { rows, components, mStep } = context;
  const responsibilityOf = (i: number, k: number): number => (labels[i] === k ? 1 : 0);
  return mixtureOfMoments(
    smoothed(softMoments({ rows, components, responsibilityOf }, mStep.structure)),
    context,
  );
}

function smoothed({ moments, centers }: CenteredMoments): CenteredMoments {
  const total = moments.counts.reduce((sum, count) => sum + count, 0);
  const pooled = new Float64Array(moments.scatters[0]!.length);
  for (const scatter of moments.scatters)
    for (const [e, sum] of scatter.entries()) pooled[e] = pooled[e]! + sum;
  const rowsAdded = moments.counts.length / moments.scatters.length;
  const scatters = moments.scatters.map((scatter) =>
    scatter.map((sum, e) => sum + (rowsAdded * pooled[e]!) / total),
  );
  return { centers, moments: { ...moments, counts: moments.counts.map((count) => count + 1), scatters } };
}
