import { nodeModule } from '../node-module.ts';
import type { WorkerLike } from './worker-port.ts';
import { WORKER_SOURCE } from './worker-source.ts';

let url: string | undefined;

/**
 * Starts a worker from this package's own script: in Node by its text, in a page by a Blob.
 *
 * @throws whatever the platform throws, such as a SecurityError; some content security policies are told by an event
 */
export function startWorker(): WorkerLike {
  const threads = nodeModule('node:worker_threads');
  if (threads) return new threads.Worker(WORKER_SOURCE, { eval: true, execArgv: [], name: 'gaussmix' });
  url ??= URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' }));
  return new Worker(url, { name: 'gaussmix' });
}
