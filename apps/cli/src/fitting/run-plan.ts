import { availableParallelism } from 'node:os';
import type { CriterionName } from '@gaussmix/model-selection';
import type { Terminal } from '../terminal.ts';
import { cellsOf, type FitJob, type Outcome, runJob } from './fit-job.ts';
import type { FitPlan } from './plan-fit.ts';
import { progressBar } from './progress-bar.ts';
import { unwatched, type Watch } from './watch.ts';

/** Numbers that a job goes through in each iteration, summed over its fits and starts, that take about a tenth of a second. */
const worthAThread = 1e6;

/** More numbers than this in a table are shared by the threads of one fit, as several fits would copy them several times. */
const mostCopied = 4e6;

/** More fits at a time hardly help, as they begin to wait for each other's results. */
const mostAtATime = 8;

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
  const watch = watchOn(terminal, quiet);
  try {
    if (workOf(job) < worthAThread) return await runJob(job, { watch });
    const fits = atATime(job, threads);
    if (fits > 1) return await (await import('./run-in-pool.ts')).runInPool({ job, threads: fits }, watch);
    return await (await import('./run-in-worker.ts')).runInWorker({ kind: 'fit', job, threads }, watch);
  } finally {
    watch.end();
  }
}

/** A progress bar where there is somebody to watch it. */
export function watchOn({ stderr }: Terminal, quiet: boolean): Watch {
  return quiet || !stderr.isTTY ? unwatched : progressBar(stderr);
}

/** How many threads do tasks of their own, where it was not said. */
export function poolThreads(threads: number | undefined): number {
  return threads ?? Math.min(availableParallelism(), mostAtATime);
}

/** How many fits are made at the same time. */
function atATime(job: FitJob, threads: number | undefined): number {
  if (cellsOf(job) === 1 || job.matrix.data.length > mostCopied) return 1;
  return Math.min(poolThreads(threads), cellsOf(job));
}

function workOf({ matrix, components, covariances, options }: FitJob): number {
  const numbers = components.reduce((sum, count) => sum + count, 0) * matrix.data.length;
  return numbers * covariances.length * startsOf(options);
}

/** About as many starts as a search costs. */
const searches = { quick: 10, normal: 60, thorough: 400 };

function startsOf({ restarts, initial, tolerance, effort = 'normal' }: FitJob['options']): number {
  if (typeof initial === 'object') return 1;
  if (restarts !== undefined || initial !== undefined || tolerance === 0) return restarts ?? 10;
  return typeof effort === 'string' ? searches[effort] : effort.starts;
}
