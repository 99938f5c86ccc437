import type { Engine, SynchronousEngine } from './engine.ts';
import type { Fit } from './fit.ts';
import { fitting } from './fitting.ts';
import type { Step } from './loop/run.ts';
import type { Moments } from './moments.ts';
import type { FitOptions, Progress } from './options.ts';
import type { Problem } from './problem.ts';

/** An E-step that was asked for and answered, in the fit's coordinates. */
export interface Answered {
  readonly step: Step;
  readonly moments: Moments;
}

/** Drives a fit over an engine that answers at once. @returns a generator of E-steps that ends with the fit */
export function* drive(
  problem: Problem,
  engine: SynchronousEngine,
  onIteration?: FitOptions['onIteration'],
): Generator<Answered, Fit> {
  const fit = fitting(problem);
  let next = fit.next();
  while (!next.done) {
    const moments = engine.moments(next.value);
    onIteration?.(progressOf(problem, { step: next.value, moments }));
    yield { step: next.value, moments };
    next = fit.next(moments);
  }
  return next.value;
}

/** How an asynchronous fit is driven. */
export interface DriveOptions {
  readonly onIteration?: FitOptions['onIteration'];
  /** Ends the fit before its next E-step, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Longest time, in milliseconds, between two turns of the event loop. */
const TURN = 12;

/** Drives a fit over any engine. @returns a generator of E-steps that ends with the fit */
export async function* driveAsync(
  problem: Problem,
  engine: Engine,
  { onIteration, signal }: DriveOptions,
): AsyncGenerator<Answered, Fit> {
  const fit = fitting(problem);
  let turned = performance.now();
  let next = fit.next();
  while (!next.done) {
    if (performance.now() - turned > TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      turned = performance.now();
    }
    signal?.throwIfAborted();
    const moments = await engine.moments(next.value);
    onIteration?.(progressOf(problem, { step: next.value, moments }));
    yield { step: next.value, moments };
    next = fit.next(moments);
  }
  return next.value;
}

function progressOf({ settings, logJacobian }: Problem, { step, moments }: Answered): Progress {
  const { restart, iteration } = step;
  return {
    restart,
    restarts: settings.restarts,
    iteration,
    logLikelihood: moments.logLikelihood - logJacobian,
  };
}
