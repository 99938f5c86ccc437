import type { Covariance } from '@gaussmix/covariance';
import { momentsOfAll } from '../moments-of-all.ts';
import { mixtureOfMoments, type StartContext } from './start-context.ts';

/**
 * The family's covariances for components that are each as wide as the whole data, as if all rows were there K times.
 *
 * @returns K covariances in the fit's coordinates
 */
export function wholeDataCovariances(context: StartContext): readonly Covariance[] {
  const { components, mStep } = context;
  const moments = momentsOfAll(context, mStep.structure);
  const { dimension, counts, deviations, scatters, directions } = moments;
  const repeated = <T>([one]: readonly T[]): T[] => new Array<T>(components).fill(one!);
  const pooled = mStep.structure.moments === 'pooled';
  const each = {
    ...moments,
    counts: new Float64Array(components).fill(counts[0]!),
    deviations: repeated(deviations),
    scatters: pooled ? [scatters[0]!.map((sum) => components * sum)] : repeated(scatters),
    ...(directions && { directions: repeated(directions) }),
  };
  const origin = new Float64Array(dimension);
  const centers = { dimension, origin, offsets: repeated([origin]) };
  return mixtureOfMoments({ moments: each, centers }, context).covariances;
}
