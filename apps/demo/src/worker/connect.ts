import { type Remote, wrap } from 'comlink';

/**
 * Asks a worker for its functions.
 *
 *     const work = connect<EmWork>(new Worker(new URL('./em.worker.ts', import.meta.url), { type: 'module' }));
 *
 * @returns each function of the worker as one that returns a promise
 */
export function connect<T>(worker: Worker): Remote<T> {
  return wrap<T>(worker);
}
