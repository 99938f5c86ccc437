import { mapMixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { CollapseError } from './collapse-error.ts';
import type { Fit, RestartSummary } from './fit.ts';
import { fitOfRun } from './fit-of-run.ts';
import type { Step } from './loop/run.ts';
import type { Moments } from './moments.ts';
import type { Problem } from './problem.ts';
import { type Attempts, byMerit, type Judged, judge, runFrom, runFromStart } from './search/attempts.ts';
import { flawFinder } from './search/flaws.ts';
import { search } from './search/search.ts';
import { sampledProblem, trialProblem } from './starts/trial-problems.ts';

/** Trials that are finished at most, where the best of them turn out to collapse. */
const FINISHED = 3;

/**
 * A whole fit: optima are sought, or every start is tried, and the best is finished. Yields each E-step that it needs,
 * receives the moments; who drives it decides where and when they are computed.
 *
 * Of many rows, starts are tried on a sample. Runs in which a component had to be held up are kept only when no other
 * run is left, whatever their likelihood.
 *
 * @returns the fit, in the data's units
 * @throws CollapseError when every start fails
 */
export function* fitting(problem: Problem): Generator<Step, Fit, Moments> {
  const { effort } = problem.settings;
  const sampled = sampledProblem(problem);
  const trial = sampled ?? trialProblem(problem);
  if (trial !== undefined) {
    const sample = sampled?.rows;
    const attempts = yield* effort ? search({ problem: trial, effort, sample }) : attemptsAt(trial, sample);
    const finished: Judged[] = [];
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
function* finish(trial: Judged, problem: Problem, sampled: boolean): Generator<Step, Judged, Moments> {
  const { maxIterations, restarts } = problem.settings;
  const flawsOf = flawFinder(problem);
  const before = sampled ? 0 : trial.iterations;
  const own = { restart: restarts - 1, maxIterations: maxIterations - before };
  const rest = runFrom(trial.mixture, problem, own);
  let next = rest.next();
  while (!next.done) next = rest.next(yield { ...next.value, iteration: before + next.value.iteration });
  const { iterations, trace } = next.value;
  const whole = sampled ? trace : [...trial.trace, ...trace.slice(1)];
  return judge({ ...next.value, iterations: before + iterations, trace: whole }, flawsOf);
}

/** Every start, run. @throws CollapseError when all of them fail, but for those on a sample */
function* attemptsAt(problem: Problem, sample?: Matrix): Generator<Step, Attempts, Moments> {
  const flawsOf = flawFinder(problem);
  const runs: Judged[] = [];
  const failures: CollapseError[] = [];
  const total = problem.settings.restarts;
  for (let restart = 0; restart < total; restart++) {
    try {
      runs.push(judge(yield* runFromStart(problem, { restart, sample }), flawsOf));
    } catch (error) {
      if (!(error instanceof CollapseError)) throw error;
      failures.push(error);
    }
  }
  if (runs.length === 0 && sample === undefined) throw inDataUnits(failures[0]!, problem);
  return { runs: runs.sort(byMerit), failures, total };
}

/** Nats per row within which two runs count as the same optimum, unless the tolerance is wider. */
const SAME_OPTIMUM = 1e-6;

function summaryOf({ runs, failures, total }: Attempts, problem: Problem): RestartSummary {
  const best = runs[0]!;
  const { where, tolerance } = problem.settings;
  const margin = problem.rows.rows * Math.max(SAME_OPTIMUM, 10 * tolerance);
  const isBest = (run: Judged): boolean =>
    (run.heldUp.length === 0) === (best.heldUp.length === 0) && best.merit - run.merit <= margin;
  return {
    total,
    failed: failures.length,
    best: runs.filter(isBest).length,
    failures: failures.map(({ message }) => message.slice(`${where}: `.length)),
  };
}

function inDataUnits(error: CollapseError, { settings, coordinates }: Problem): CollapseError {
  const { where, restarts, components } = settings;
  const mixture = error.mixture && mapMixture(error.mixture, coordinates);
  const all = restarts > 1 ? `${where}: each of ${restarts} starts failed; the first` : where;
  return new CollapseError(all, { ...error, components }, mixture);
}
