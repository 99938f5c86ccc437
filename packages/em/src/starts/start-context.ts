import type { Mixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import { CollapseError } from '../collapse-error.ts';
import { maximize } from '../loop/maximize.ts';
import { reasonOf } from '../loop/run.ts';
import type { Problem } from '../problem.ts';
import type { CenteredMoments } from './soft-moments.ts';

/** What a start is made from: a problem, and of how many components, by what seed. */
export interface StartContext extends Omit<Problem, 'settings'> {
  readonly components: number;
  /** The seed of this start. */
  readonly seed: string;
  /** The name that errors begin with. */
  readonly where: string;
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
  try {
    return maximize(moments, centers, context.mStep).mixture;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    const { component } = error as { component: number | undefined };
    throw new CollapseError(context.where, {
      component,
      components: context.components,
      iteration: 0,
      reason,
    });
  }
}

/** Refuses a given start that does not fit the data. */
export function refuseStart(where: string, what: string): never {
  throw new GaussmixError('initial', `${where}: ${what}`);
}
