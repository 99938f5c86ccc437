import type { Covariance } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import { explained } from '../loop/explained.ts';
import { maximize } from '../loop/maximize.ts';
import type { Problem } from '../problem.ts';
import { type CenteredMoments, type ResponsibilityOf, softMoments } from './soft-moments.ts';

/** What a start is made from: a problem, and of how many components, by what seed. */
export interface StartContext extends Omit<Problem, 'settings'> {
  readonly components: number;
  /** The seed of this start. */
  readonly seed: string;
  /** The name that errors begin with. */
  readonly where: string;
  /** What iterative structures go on from, in the fit's coordinates; nothing at a start. */
  readonly before?: readonly Covariance[] | undefined;
}

/** Makes the mixture that a run starts from, in the fit's coordinates. */
export type Start = (context: StartContext) => Mixture;

/**
 * The M-step that a start ends with: iteration 0.
 *
 * @returns a mixture in the fit's coordinates
 * @throws CollapseError at iteration 0
 */
export function mixtureOfMoments({ moments, centers }: CenteredMoments, context: StartContext): Mixture {
  const { where, components, mStep } = context;
  return explained(() => maximize(moments, centers, mStep), { where, components, iteration: 0 }).mixture;
}

/** The M-step of responsibilities: {@link mixtureOfMoments} of what they make of the rows. */
export function mixtureOfResponsibilities(
  responsibilityOf: ResponsibilityOf,
  context: StartContext,
): Mixture {
  const { rows, components, mStep, before } = context;
  const weighted = { rows, components, responsibilityOf };
  return mixtureOfMoments(softMoments(weighted, mStep.structure, before), context);
}

/** Refuses a given start that does not fit the data. */
export function refuseStart(where: string, what: string): never {
  throw new GaussmixError('initial', `${where}: ${what}`);
}
