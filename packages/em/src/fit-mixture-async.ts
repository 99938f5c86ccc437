import type { MatrixLike } from '@gaussmix/linalg';
import { driveAsync } from './drive.ts';
import type { EngineFactory } from './engine.ts';
import type { Fit } from './fit.ts';
import { memoryEngine } from './memory-engine.ts';
import type { FitOptions } from './options.ts';
import { problemOf } from './problem.ts';

/** How a mixture is fitted over an engine. */
export interface AsyncFitOptions extends FitOptions {
  /** Makes the engine that answers E-steps; one in memory on this thread when absent. It is closed at the end. */
  readonly engine?: EngineFactory;
  /** Ends the fit before its next E-step; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * {@link fitMixture} over any engine, leaving the event loop free between E-steps. The same bits as the synchronous one.
 *
 * @param x  n x d, one row per observation; not changed
 * @returns the best fit of all starts
 * @throws what fitMixture throws, and the signal's reason
 */
export async function fitMixtureAsync(x: MatrixLike, options: AsyncFitOptions): Promise<Fit> {
  const problem = problemOf(x, options, 'fitMixtureAsync');
  const engine = await (options.engine ?? ((rows) => memoryEngine(rows, options.kernels)))(problem.rows);
  try {
    const steps = driveAsync(problem, engine, options);
    for (;;) {
      const step = await steps.next();
      if (step.done) return step.value;
    }
  } finally {
    await engine.close();
  }
}
