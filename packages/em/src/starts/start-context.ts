import type { Coordinates, Mixture } from '@gaussmix/distributions';
import { GaussmixError, type Kernels } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { CollapseError } from '../collapse-error.ts';
import { type MStepSettings, maximize } from '../loop/maximize.ts';
import { reasonOf } from '../loop/run.ts';
import type { CenteredMoments } from './soft-moments.ts';

/** What a start is made from. */
export interface StartContext {
  /** n x d, in the fit's coordinates. */
  readonly rows: Matrix;
  /** n x d, in the coordinates in which distances are measured: free of units, and not whitened. Made at each call. */
  readonly startRows: () => Matrix;
  readonly components: number;
  readonly coordinates: Coordinates;
  readonly mStep: MStepSettings;
  /** The hot loops. */
  readonly kernels: Kernels;
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
