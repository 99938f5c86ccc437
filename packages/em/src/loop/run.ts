import { type CovarianceStructure, SingularCovarianceError } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { type Collapse, CollapseError } from '../collapse-error.ts';
import type { Assignment, EStepRequest } from '../engine.ts';
import type { Moments } from '../moments.ts';
import { EmptyComponentError, type Maximized, type MStepSettings, maximize } from './maximize.ts';
import { remainingGain } from './remaining-gain.ts';

/** What one run of EM depends on, beside its start. All in the fit's coordinates. */
export interface RunSettings extends MStepSettings {
  readonly where: string;
  readonly structure: CovarianceStructure;
  readonly assignment: Assignment;
  /** n. */
  readonly rows: number;
  readonly maxIterations: number;
  /** Nats in all, not per row. */
  readonly tolerance: number;
  /** The number of this start, counted from 0. */
  readonly restart: number;
}

/** One step of a run: an E-step is asked for, after so many iterations. */
export interface Step extends EStepRequest {
  readonly iteration: number;
  readonly restart: number;
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

/** The estimate of what is left must stay small for this many iterations, so that a slow direction has time to show. */
const PATIENCE = 5;

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
  const trace: number[] = [];
  let current: Maximized = { mixture: start, heldUp: [] };
  let calm = 0;
  let held = 0;
  for (let iteration = 0; ; iteration++) {
    const { mixture } = current;
    const { assignment, restart } = settings;
    const moments = yield { mixture, want: settings.structure.moments, assignment, iteration, restart };
    trace.push(objectiveOf(moments, assignment));
    calm = settings.tolerance > 0 && remainingGain(trace, settings.rows) <= settings.tolerance ? calm + 1 : 0;
    held = settings.tolerance > 0 && current.heldUp.length > 0 ? held + 1 : 0;
    const converged = calm >= PATIENCE;
    if (converged || held >= HELD_UP_PATIENCE || iteration === settings.maxIterations) {
      return { ...current, moments, iterations: iteration, converged, trace };
    }
    current = maximizeOrExplain(moments, { mixture, iteration, settings });
  }
}

/** EM climbs the likelihood; classification EM that of the labels too, sum_i ln max_k w_k N_k(x_i). */
function objectiveOf(moments: Moments, assignment: Assignment): number {
  return assignment === 'soft' ? moments.logLikelihood : moments.logLikelihood + moments.logMaxPosterior;
}

function maximizeOrExplain(
  moments: Moments,
  { mixture, iteration, settings }: { mixture: Mixture; iteration: number; settings: RunSettings },
): Maximized {
  try {
    return maximize(moments, mixture, settings);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    const { component } = error as EmptyComponentError | SingularCovarianceError;
    const collapse = { component, components: mixture.weights.length, iteration: iteration + 1, reason };
    throw new CollapseError(settings.where, collapse, mixture);
  }
}

/**
 * Why an M-step failed, if for a reason that belongs to the data.
 *
 * @returns undefined for any other error
 */
export function reasonOf(error: unknown): Collapse['reason'] | undefined {
  if (error instanceof EmptyComponentError) return 'empty';
  return error instanceof SingularCovarianceError ? 'singular' : undefined;
}
