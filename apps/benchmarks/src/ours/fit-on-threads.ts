import { type Fit, type FitOptions, fitMixture, fitMixtureAsync } from '@gaussmix/em';
import type { MatrixLike } from '@gaussmix/linalg';
import { type ThreadPool, threads } from '@gaussmix/parallel';

let pool: ThreadPool | undefined;

/**
 * A fit of ours on so many threads: the one place that knows how threads are asked for. Workers are started by the
 * first fit and kept.
 *
 * @param count  1 is the calling thread alone
 */
export async function fitOnThreads(x: MatrixLike, options: FitOptions, count: number): Promise<Fit> {
  if (count === 1) return fitMixture(x, options);
  pool ??= await threads(count);
  return fitMixtureAsync(x, { ...options, engine: pool });
}

/** Exactly so many iterations of plain EM, nothing added to a covariance. */
export function plainIterations(maxIterations: number): FitOptions {
  return { maxIterations, tolerance: 0, regularization: 0, acceleration: 'none' };
}
