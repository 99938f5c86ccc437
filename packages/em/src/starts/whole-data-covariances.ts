import type { Covariance } from '@gaussmix/covariance';
import { softMoments } from './soft-moments.ts';
import { mixtureOfMoments, type StartContext } from './start-context.ts';

/**
 * The family's covariances for components that are each as wide as the whole data.
 *
 * @returns K covariances in the fit's coordinates
 */
export function wholeDataCovariances(context: StartContext): readonly Covariance[] {
  const { rows, components, mStep } = context;
  const responsibilityOf = (): number => 1 / components;
  return mixtureOfMoments(
    softMoments({ rows, components, responsibilityOf }, mStep.structure.moments),
    context,
  ).covariances;
}
