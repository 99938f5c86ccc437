import { type Mixture, mapMixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { CollapseError } from './collapse-error.ts';
import type { Fit, RestartSummary } from './fit.ts';
import { fitOfRun } from './fit-of-run.ts';
import { expectationMaximization, type Run, type Step } from './loop/run.ts';
import type { Moments } from './moments.ts';
import type { Problem } from './problem.ts';
import { startFor } from './starts/start-for.ts';
import { sampledProblem, trialProblem } from './starts/trial-problems.ts';

/** What came of all starts. */
interface Attempts {
  /** The best first. */
  readonly runs: readonly Run[];
  readonly failures: readonly CollapseError[];
}

/** Trials that are finished at most, where the best of them turn out to collapse. */
const FINISHED = 3;

/**
 * A whole fit: every start is tried, the best trial is finished. Yields each E-step that it needs, receives the moments;
 * who drives it decides where and when they are computed.
 *
 * Of many rows, starts are tried on a sample. Runs in which a component had to be held up are kept only when no other
 * run is left, whatever their likelihood.
 *
 * @returns the fit, in the data's units
 * @throws CollapseError when every start fails
 */
export function* fitting(problem: Problem): Generator<Step, Fit, Moments> {
  const sampled = sampledProblem(problem);
  const trial = sampled ?? trialProblem(problem);
  if (trial !== undefined) {
    const attempts = yield* attemptsAt(trial, sampled?.rows);
    const finished: Run[] = [];
    for (const run of attempts.runs.slice(0, FINISHED)) {
      try {
        finished.push(yield* finish(run, problem, sampled !== undefined));
      } catch (error) {
        if (!(error instanceof CollapseError)) throw error;
      }
      if (finished.at(-1)?.heldUp.length === 0) break;
    }
    const best = finished.sort(byMerit)[0];
    if (best !== undefined) return fitOfRun(best, problem, summaryOf(attempts, trial));
  }
  const attempts = yield* attemptsAt(problem);
  return fitOfRun(attempts.runs[0]!, problem, summaryOf(attempts, problem));
}

/** The end of a run that was only tried, and the whole of it unless it was tried on a sample. */
function* finish(trial: Run, problem: Problem, sampled: boolean): Generator<Step, Run, Moments> {
  const { settings } = problem;
  const restart = settings.restarts - 1;
  if (sampled) return yield* runFrom(trial.mixture, problem, { restart });
  const maxIterations = settings.maxIterations - trial.iterations;
  const rest = runFrom(trial.mixture, { ...problem, settings: { ...settings, maxIterations } }, { restart });
  let next = rest.next();
  while (!next.done) {
    next = rest.next(yield { ...next.value, iteration: trial.iterations + next.value.iteration });
  }
  const { iterations, trace } = next.value;
  return {
    ...next.value,
    iterations: trial.iterations + iterations,
    trace: [...trial.trace, ...trace.slice(1)],
  };
}

/** Every start, run. @throws CollapseError when all of them fail, but for those on a sample */
function* attemptsAt(problem: Problem, sample?: Matrix): Generator<Step, Attempts, Moments> {
  const runs: Run[] = [];
  const failures: CollapseError[] = [];
  for (let restart = 0; restart < problem.settings.restarts; restart++) {
    try {
      runs.push(yield* runFrom(startMixture(problem, restart), problem, { restart, sample }));
    } catch (error) {
      if (!(error instanceof CollapseError)) throw error;
      failures.push(error);
    }
  }
  if (runs.length === 0 && sample === undefined) throw inDataUnits(failures[0]!, problem);
  return { runs: runs.sort(byMerit), failures };
}

function startMixture(problem: Problem, restart: number): Mixture {
  const { settings, rows, startRows, coordinates, mStep, kernels } = problem;
  const { components, initials, where } = settings;
  const seed = `${settings.seed}/${restart}`;
  return startFor(initials[restart % initials.length]!)({
    rows,
    startRows,
    components,
    coordinates,
    mStep,
    kernels,
    seed,
    where,
  });
}

function runFrom(
  start: Mixture,
  { settings, rows, mStep }: Problem,
  { restart, sample }: { restart: number; sample?: Matrix | undefined },
): Generator<Step, Run, Moments> {
  const { where, assignment, acceleration, maxIterations } = settings;
  const tolerance = settings.tolerance * rows.rows;
  return expectationMaximization(start, {
    ...mStep,
    where,
    assignment,
    acceleration,
    maxIterations,
    tolerance,
    restart,
    sample,
    rows: rows.rows,
  });
}

/** Healthy runs first, then by likelihood. */
function byMerit(p: Run, q: Run): number {
  const health = Number(q.heldUp.length === 0) - Number(p.heldUp.length === 0);
  return health || q.trace.at(-1)! - p.trace.at(-1)!;
}

/** Nats per row within which two runs count as the same optimum, unless the tolerance is wider. */
const SAME_OPTIMUM = 1e-6;

function summaryOf({ runs, failures }: Attempts, problem: Problem): RestartSummary {
  const best = runs[0]!;
  const { restarts, tolerance } = problem.settings;
  const margin = problem.rows.rows * Math.max(SAME_OPTIMUM, 10 * tolerance);
  const isBest = (run: Run): boolean =>
    (run.heldUp.length === 0) === (best.heldUp.length === 0) &&
    best.trace.at(-1)! - run.trace.at(-1)! <= margin;
  return {
    total: restarts,
    failed: failures.length,
    best: runs.filter(isBest).length,
    failures: failures.map(({ message }) => message.slice(`${problem.settings.where}: `.length)),
  };
}

function inDataUnits(error: CollapseError, { settings, coordinates }: Problem): CollapseError {
  const { where, restarts, components } = settings;
  const { component, iteration, reason } = error;
  const mixture = error.mixture && mapMixture(error.mixture, coordinates);
  const all = restarts > 1 ? `${where}: each of ${restarts} starts failed; the first` : where;
  return new CollapseError(all, { component, components, iteration, reason }, mixture);
}
