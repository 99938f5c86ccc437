import type { Mixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import type { Assignment, EStepRequest } from '../engine.ts';
import type { Moments } from '../moments.ts';
import { explained } from './explained.ts';
import type { Maximized } from './maximize.ts';
import { type Acceleration, paces } from './paces.ts';
import type { PaceSettings } from './plain-pace.ts';

/** What one run of EM depends on, beside its start. All in the fit's coordinates. */
export interface RunSettings extends PaceSettings {
  readonly where: string;
  readonly assignment: Assignment;
  readonly acceleration: Acceleration;
  readonly maxIterations: number;
  /** The number of this start, counted from 0. */
  readonly restart: number;
  /** The rows to sum over, where they are not all. */
  readonly sample?: Matrix | undefined;
}

/** One step of a run: an E-step is asked for, after so many iterations. */
export interface Step extends EStepRequest {
  readonly iteration: number;
  readonly restart: number;
  /** The rows to sum over, where they are not all. */
  readonly sample?: Matrix | undefined;
  /** Before the start: no iteration of the fit. */
  readonly preparing?: true;
}

/** How a run ended. */
export interface Run {
  readonly mixture: Mixture;
  /** The E-step of the returned mixture. */
  readonly moments: Moments;
  readonly iterations: number;
  readonly converged: boolean;
  /** The objective of the start and after each iteration. */
  readonly trace: readonly number[];
  /** Components that the last M-step held up, counted from 0. */
  readonly heldUp: readonly number[];
}

/** A run whose components have been held up for this many iterations on end is lost: rounding keeps it from settling. */
const HELD_UP_PATIENCE = 50;

/**
 * Expectation-maximization from one start: the loop, once. Yields each E-step that it needs, receives the moments.
 *
 * @param start  in the fit's coordinates
 * @returns the run; its mixture is the one whose moments came last
 * @throws CollapseError, whose mixture is in the fit's coordinates
 *
 * Dempster, Laird & Rubin (1977).
 */
export function* expectationMaximization(
  start: Mixture,
  settings: RunSettings,
): Generator<Step, Run, Moments> {
  const { structure } = settings;
  const pace = paces[structure.directions ? 'none' : settings.acceleration](settings);
  const trace: number[] = [];
  let current: Maximized = { mixture: start, heldUp: [] };
  let held = 0;
  for (let iteration = 0; ; iteration++) {
    const { mixture } = current;
    const { assignment, restart, sample, where } = settings;
    const want = structure.moments;
    const { weights, dimension, covariances } = mixture;
    const directions = structure.directions?.({ components: weights.length, dimension }, covariances);
    const moments = yield { mixture, want, directions, assignment, iteration, restart, sample };
    trace.push(objectiveOf(moments));
    const left = settings.maxIterations - iteration;
    const { accepted, converged, next } = pace({ mixture, moments, trace, left });
    if (!accepted) trace[iteration] = trace[iteration - 1]!;
    held = settings.tolerance > 0 && current.heldUp.length > 0 ? held + 1 : 0;
    if (converged || held >= HELD_UP_PATIENCE || left === 0) {
      return { ...current, moments, iterations: iteration, converged, trace };
    }
    current = explained(next, { where, components: weights.length, iteration: iteration + 1 }, mixture);
  }
}

/** EM climbs the likelihood; with another assignment than "soft", what an M-step raises then. */
export function objectiveOf({ logLikelihood, objectiveGap }: Moments): number {
  return logLikelihood + objectiveGap;
}
