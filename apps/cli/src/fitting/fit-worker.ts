import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { GaussmixError } from '@gaussmix/kernels';
import type { ComponentsTest } from '@gaussmix/model-selection';
import { threads } from '@gaussmix/parallel';
import { type Outcome, runJob } from './fit-job.ts';
import type { SharedFit, SharedTest, WorkerMessage } from './run-in-worker.ts';
import { runTest } from './test-job.ts';
import type { Watch } from './watch.ts';
import { workerPool } from './worker-pool.ts';

const post = (message: WorkerMessage) => parentPort?.postMessage(message);
const watch: Watch = { tell: (share, what) => post({ kind: 'told', share, what }), end() {} };
try {
  const shared = workerData as SharedFit | SharedTest;
  const outcome = await (shared.kind === 'fit' ? fitShared(shared) : testShared(shared));
  post({ kind: 'done', outcome });
} catch (error) {
  if (!(error instanceof GaussmixError)) throw error;
  post({ kind: 'failed', code: error.code, message: error.message });
}

async function fitShared({ job, threads: count = availableParallelism() }: SharedFit): Promise<Outcome> {
  const engine = count > 1 ? await threads(count) : undefined;
  return runJob(job, { watch, engine });
}

async function testShared({ job, threads: count }: SharedTest): Promise<ComponentsTest> {
  const pool = workerPool({ input: { matrix: job.matrix }, count });
  try {
    return await runTest(job, {
      watch,
      runner: async (spec) => {
        const done = await pool.run({ kind: 'replicate', spec: { ...spec, covariance: job.covariance } });
        if (done.kind !== 'replicate') throw new Error('a thread answered what was not asked');
        return done.result;
      },
    });
  } finally {
    pool.close();
  }
}
