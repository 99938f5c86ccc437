import type { MatrixLike } from '@gaussmix/linalg';
import { driveAsync } from './drive.ts';
import type { Fit } from './fit.ts';
import type { AsyncFitOptions } from './options.ts';
import { problemOf } from './problem.ts';

/**
 * {@link fitMixture} over any engine, leaving the event loop free between E-steps. The same bits as the synchronous one.
 *
 * @param x  n x d, one row per observation; not changed
 * @returns the best fit of all starts
 * @throws what fitMixture throws, and the signal's reason
 */
export async function fitMixtureAsync(x: MatrixLike, options: AsyncFitOptions = {}): Promise<Fit> {
  const problem = problemOf(x, options, 'fitMixtureAsync');
  const steps = driveAsync(problem, options);
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}
