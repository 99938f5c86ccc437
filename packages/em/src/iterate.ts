import { type Mixture, mapMixture } from '@gaussmix/distributions';
import type { MatrixLike } from '@gaussmix/linalg';
import { type Answered, drive, driveAsync } from './drive.ts';
import type { Fit } from './fit.ts';
import type { AsyncFitOptions } from './fit-mixture-async.ts';
import { memoryEngine } from './memory-engine.ts';
import type { FitOptions } from './options.ts';
import { type Problem, problemOf } from './problem.ts';

/** Where a fit stands after an iteration. */
export interface IterationState {
  /** Iterations done; 0 is the start. */
  readonly iteration: number;
  /** The mixture after them, in the data's units. Components keep the order of the start. */
  readonly mixture: Mixture;
  /** Total log-likelihood of that mixture, in nats. */
  readonly logLikelihood: number;
}

/**
 * A fit from one start, step by step: yields the start and the state after each iteration, returns the fit.
 *
 * @param x  n x d, one row per observation; not changed
 * @returns a generator; `restarts` is taken to be 1
 * @throws what fitMixture throws
 */
export function* iterate(x: MatrixLike, options: FitOptions): Generator<IterationState, Fit> {
  const problem = problemOf(x, { ...options, restarts: 1 }, 'iterate');
  const steps = drive(problem, memoryEngine(problem.rows, options.kernels), options.onIteration);
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
  const engine = await (options.engine ?? ((rows) => memoryEngine(rows, options.kernels)))(problem.rows);
  try {
    const steps = driveAsync(problem, engine, options);
    for (;;) {
      const step = await steps.next();
      if (step.done) return step.value;
      yield stateOf(step.value, problem);
    }
  } finally {
    await engine.close();
  }
}

function stateOf({ step, moments }: Answered, { coordinates, logJacobian }: Problem): IterationState {
  return {
    iteration: step.iteration,
    mixture: mapMixture(step.mixture, coordinates),
    logLikelihood: moments.logLikelihood - logJacobian,
  };
}
