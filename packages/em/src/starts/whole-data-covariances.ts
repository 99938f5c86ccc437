import type { Covariance } from '@gaussmix/covariance';
import { softMoments } from './soft-moments.ts';
import { mixtureOfMoments, type StartContext } from './start-context.ts';

/**
 * The family's covariances for components that are each as wide as the whole data, as if all rows were there K times.
 *
 * @returns K covariances in the fit's coordinates
 */
export function wholeDataCovariances(context: StartContext): readonly Covariance[] {
  const { rows, components, mStep } = context;
  const { structure } = mStep;
  const { moments, centers } = softMoments({ rows, components: 1, responsibilityOf: () => 1 }, structure);
  const repeated = <T>([one]: readonly T[]): T[] => new Array<T>(components).fill(one!);
  const { counts, deviations, scatters, directions } = moments;
  const pooled = structure.moments === 'pooled';
  const each = {
    ...moments,
    counts: new Float64Array(components).fill(counts[0]!),
    deviations: repeated(deviations),
    scatters: pooled ? [scatters[0]!.map((sum) => components * sum)] : repeated(scatters),
    ...(directions && { directions: repeated(directions) }),
  };
  const offsets = repeated(centers.offsets);
  return mixtureOfMoments({ moments: each, centers: { ...centers, offsets } }, context).covariances;
}
