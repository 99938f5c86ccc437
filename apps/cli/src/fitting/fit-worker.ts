import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { GaussmixError } from '@gaussmix/kernels';
import { threads } from '@gaussmix/parallel';
import { runJob } from './fit-job.ts';
import type { SharedJob, WorkerMessage } from './run-in-worker.ts';
import type { Watch } from './watch.ts';

/** Milliseconds between two reports of progress. */
const pause = 50;

let told = 0;
const post = (message: WorkerMessage) => parentPort?.postMessage(message);
const watch: Watch = {
  begin: (cell) => post({ kind: 'begin', cell }),
  iterate(progress) {
    if (performance.now() - told < pause) return;
    told = performance.now();
    post({ kind: 'iterate', progress });
  },
  end() {},
};
try {
  const { job, threads: count = availableParallelism() } = workerData as SharedJob;
  const engine = count > 1 ? await threads(count) : undefined;
  const outcome = await runJob(job, { watch, engine });
  post({ kind: 'done', outcome });
} catch (error) {
  if (!(error instanceof GaussmixError)) throw error;
  post({ kind: 'failed', code: error.code, message: error.message });
}
