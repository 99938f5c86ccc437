import type { CriterionName } from '../options/fit-options.ts';
import type { Terminal } from '../terminal.ts';
import { cellsOf, type FitJob, type Outcome, runJob } from './fit-job.ts';
import type { FitPlan } from './plan-fit.ts';
import { progressBar } from './progress-bar.ts';
import { unwatched } from './watch.ts';

/** Numbers that a job goes through in each iteration, summed over its fits and starts, that take about a tenth of a second. */
const worthAThread = 1e6;

/** How a plan is run. */
export interface RunOptions {
  readonly criterion: CriterionName;
  /** How many threads fit, when it is long work; as many as there are cores when absent. */
  readonly threads?: number;
  /** Whether a program reads the output, which has no use for a progress bar. */
  readonly quiet: boolean;
  readonly terminal: Terminal;
}

/**
 * Runs a plan: on this thread when it is short work, else on others, so that a signal is heard at any time.
 *
 * @throws GaussmixError for what is wrong with the data
 */
export async function runPlan(
  plan: FitPlan,
  { criterion, threads, quiet, terminal }: RunOptions,
): Promise<Outcome> {
  const { prepared, components, covariances, options } = plan;
  const job: FitJob = { matrix: prepared.matrix, components, covariances, criterion, options };
  const { stderr } = terminal;
  const watch = quiet || !stderr.isTTY ? unwatched : progressBar(stderr, { cells: cellsOf(job) });
  try {
    if (workOf(job) < worthAThread) return await runJob(job, { watch });
    return await (await import('./run-in-worker.ts')).runInWorker({ job, threads }, watch);
  } finally {
    watch.end();
  }
}

function workOf({ matrix, components, covariances, options }: FitJob): number {
  const numbers = components.reduce((sum, count) => sum + count, 0) * matrix.data.length;
  return numbers * covariances.length * (options.restarts ?? 10);
}
