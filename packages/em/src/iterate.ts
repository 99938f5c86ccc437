import { type Mixture, mapMixture } from '@gaussmix/distributions';
import type { MatrixLike } from '@gaussmix/linalg';
import { type Answered, drive, driveAsync } from './drive.ts';
import type { Fit } from './fit.ts';
import { objectiveOf } from './loop/run.ts';
import type { AsyncFitOptions, FitOptions } from './options.ts';
import { type Problem, problemOf } from './problem.ts';

/** Where a fit stands after an iteration. */
export interface IterationState {
  /** Iterations done; 0 is the start. */
  readonly iteration: number;
  /** The mixture after them, in the data's units. Components keep the order of the start. */
  readonly mixture: Mixture;
  /** Total log-likelihood of that mixture, in nats. */
  readonly logLikelihood: number;
  /** What iterations raise: the log-likelihood, unless `assignment` is not "soft". */
  readonly objective: number;
}

/**
 * A fit from one start, step by step: yields the start and the state after each iteration, returns the fit.
 *
 * @param x  n x d, one row per observation; not changed
 * @returns a generator; `restarts` is taken to be 1
 * @throws what fitMixture throws
 */
export function* iterate(x: MatrixLike, options: FitOptions = {}): Generator<IterationState, Fit> {
  const problem = problemOf(x, { ...options, restarts: 1 }, 'iterate');
  const steps = drive(problem, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield stateOf(step.value, problem);
  }
}

/**
 * {@link iterate} over any engine.
 *
 * @param x  n x d, one row per observation; not changed
 * @returns an asynchronous generator
 * @throws what fitMixtureAsync throws
 */
export async function* iterateAsync(
  x: MatrixLike,
  options: AsyncFitOptions,
): AsyncGenerator<IterationState, Fit> {
  const problem = problemOf(x, { ...options, restarts: 1 }, 'iterateAsync');
  const steps = driveAsync(problem, options);
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done) return step.value;
      yield stateOf(step.value, problem);
    }
  } finally {
    // Whoever stops early closes the engine too.
    await steps.return(undefined as never);
  }
}

function stateOf({ step, moments }: Answered, { coordinates, logJacobian }: Problem): IterationState {
  return {
    iteration: step.iteration,
    mixture: mapMixture(step.mixture, coordinates),
    logLikelihood: moments.logLikelihood - logJacobian,
    objective: objectiveOf(moments) - logJacobian,
  };
}
