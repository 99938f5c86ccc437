import { Worker } from 'node:worker_threads';
import type { Progress } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import type { FitJob, Outcome } from './fit-job.ts';
import type { Watch } from './watch.ts';

/** What a worker says. */
export type WorkerMessage =
  | { readonly kind: 'begin'; readonly cell: Parameters<Watch['begin']>[0] }
  | { readonly kind: 'iterate'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** A job, and how many threads share its E-steps; as many as there are cores when absent. */
export interface SharedJob {
  readonly job: FitJob;
  readonly threads?: number;
}

/**
 * Does a job on another thread, so that this one can draw progress and hear a signal at any time. The same bits.
 *
 * @throws GaussmixError for what is wrong with the data
 */
export function runInWorker(shared: SharedJob, watch: Watch): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // The worker stands beside this file once both are built.
    const worker = new Worker(new URL('./fit-worker.js', import.meta.url), { workerData: shared });
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'begin') watch.begin(message.cell);
      else if (message.kind === 'iterate') watch.iterate(message.progress);
      else if (message.kind === 'done') resolve(message.outcome);
      else reject(new GaussmixError(message.code, message.message));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread that fits ended without an answer')));
  });
}
