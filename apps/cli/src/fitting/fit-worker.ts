import { parentPort, workerData } from 'node:worker_threads';
import { GaussmixError } from '@gaussmix/kernels';
import { type FitJob, runJob } from './fit-job.ts';
import type { WorkerMessage } from './run-in-worker.ts';

/** Milliseconds between two reports of progress. */
const pause = 50;

let told = 0;
const post = (message: WorkerMessage) => parentPort?.postMessage(message);
try {
  const outcome = await runJob(workerData as FitJob, {
    begin: (cell) => post({ kind: 'begin', cell }),
    iterate(progress) {
      if (performance.now() - told < pause) return;
      told = performance.now();
      post({ kind: 'iterate', progress });
    },
    end() {},
  });
  post({ kind: 'done', outcome });
} catch (error) {
  if (!(error instanceof GaussmixError)) throw error;
  post({ kind: 'failed', code: error.code, message: error.message });
}
