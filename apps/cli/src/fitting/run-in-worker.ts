import { Worker } from 'node:worker_threads';
import { GaussmixError } from '@gaussmix/kernels';
import type { ComponentsTest } from '@gaussmix/model-selection';
import type { FitJob, Outcome } from './fit-job.ts';
import type { TestJob } from './test-job.ts';
import type { Watch } from './watch.ts';

/** What a worker says. */
export type WorkerMessage =
  | { readonly kind: 'told'; readonly share: number; readonly what: string }
  | { readonly kind: 'done'; readonly outcome: Outcome | ComponentsTest }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** A fit, and how many threads share its E-steps; as many as there are cores when absent. */
export interface SharedFit {
  readonly kind: 'fit';
  readonly job: FitJob;
  readonly threads?: number | undefined;
}

/** Tests, and how many threads make their replicates. */
export interface SharedTest {
  readonly kind: 'test';
  readonly job: TestJob;
  readonly threads: number;
}

/**
 * Does a job on another thread, so that this one can draw progress and hear a signal at any time. The same bits.
 *
 * @throws GaussmixError for what is wrong with the data
 */
export function runInWorker(shared: SharedFit, watch: Watch): Promise<Outcome>;
export function runInWorker(shared: SharedTest, watch: Watch): Promise<ComponentsTest>;
export function runInWorker(shared: SharedFit | SharedTest, watch: Watch): Promise<Outcome | ComponentsTest> {
  return new Promise((resolve, reject) => {
    // The worker stands beside this file once both are built.
    const worker = new Worker(new URL('./fit-worker.js', import.meta.url), { workerData: shared });
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'told') watch.tell(message.share, message.what);
      else if (message.kind === 'done') resolve(message.outcome);
      else reject(new GaussmixError(message.code, message.message));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread that fits ended without an answer')));
  });
}
