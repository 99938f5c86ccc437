import type { ComponentsTest } from '@gaussmix/model-selection';
import type { Terminal } from '../terminal.ts';
import { poolThreads, watchOn } from './run-plan.ts';
import { runTest, type TestJob } from './test-job.ts';

/** Numbers that a test goes through in each iteration, summed over its replicates, that take about a tenth of a second. */
const worthAThread = 2e4;

/** How tests are run. */
export interface TestRun {
  /** How many threads make replicates, when it is long work; as many as there are cores when absent. */
  readonly threads?: number | undefined;
  /** Whether a program reads the output, which has no use for a progress bar. */
  readonly quiet: boolean;
  readonly terminal: Terminal;
}

/**
 * Runs tests: on this thread when it is short work, else on others, so that a signal is heard at any time.
 *
 * @throws GaussmixError for what is wrong with the data
 */
export async function runTests(job: TestJob, { threads, quiet, terminal }: TestRun): Promise<ComponentsTest> {
  const watch = watchOn(terminal, quiet);
  try {
    if (workOf(job) < worthAThread) return await runTest(job, { watch });
    const { runInWorker } = await import('./run-in-worker.ts');
    return await runInWorker({ kind: 'test', job, threads: poolThreads(threads) }, watch);
  } finally {
    watch.end();
  }
}

function workOf({ matrix, components, replicates }: TestJob): number {
  return components.reduce((sum, count) => sum + count, 0) * matrix.data.length * replicates;
}
