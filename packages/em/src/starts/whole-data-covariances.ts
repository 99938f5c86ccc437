import type { Covariance } from '@gaussmix/covariance';
import { softMoments } from './soft-moments.ts';
import { mixtureOfMoments, type StartContext } from './start-context.ts';

/**
 * The family's covariances for components that are each as wide as the whole data: all rows count 1 / K for each.
 *
 * @returns K covariances in the fit's coordinates
 */
export function wholeDataCovariances(context: StartContext): readonly Covariance[] {
  const { rows, components, mStep } = context;
  const { structure } = mStep;
  const { moments, centers } = softMoments({ rows, components: 1, responsibilityOf: () => 1 }, structure);
  const times = <T>(number: number, entry: T): T[] => new Array<T>(number).fill(entry);
  const part = (sum: Float64Array): Float64Array => sum.map((value) => value / components);
  const pooled = structure.moments === 'pooled';
  const { directions } = moments;
  const scatter = pooled ? moments.scatters[0]! : part(moments.scatters[0]!);
  const each = {
    ...moments,
    counts: new Float64Array(components).fill(rows.rows / components),
    deviations: times(components, part(moments.deviations[0]!)),
    scatters: times(pooled ? 1 : components, scatter),
    ...(directions && { directions: times(components, directions[0]!) }),
  };
  return mixtureOfMoments(
    { moments: each, centers: { ...centers, offsets: times(components, centers.offsets[0]!) } },
    context,
  ).covariances;
}
