import { mapMixture } from '@gaussmix/distributions';
import { CollapseError } from './collapse-error.ts';
import type { Fit, RestartSummary } from './fit.ts';
import { fitOfRun } from './fit-of-run.ts';
import type { Run, Step } from './loop/run.ts';
import type { Moments } from './moments.ts';
import type { Problem } from './problem.ts';
import { type Attempts, attempter, byMerit, type Judged, runFrom, runFromStart } from './search/attempts.ts';
import { search } from './search/search.ts';
import { type Trial, trialOf } from './starts/trial-of.ts';

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
  const trial = trialOf(problem);
  if (trial !== undefined) {
    const attempts = yield* effort ? search({ ...trial, effort }) : attemptsAt(trial);
    const { attempt } = attempter(problem);
    const finished: Judged[] = [];
    for (const run of attempts.runs.slice(0, FINISHED)) {
      finished.push(...(yield* attempt(() => finish(run, problem, trial))));
      if (finished.at(-1)?.heldUp.length === 0) break;
    }
    const best = finished.sort(byMerit)[0];
    if (best !== undefined) return fitOfRun(best, problem, summaryOf(attempts, trial.problem));
  }
  const attempts = yield* attemptsAt({ problem });
  return fitOfRun(attempts.runs[0]!, problem, summaryOf(attempts, problem));
}

/** The end of a run that was only tried, and the whole of it if it was tried on a sample. */
function* finish(tried: Run, problem: Problem, { sample }: Trial): Generator<Step, Run, Moments> {
  const { maxIterations, restarts } = problem.settings;
  const before = sample ? 0 : tried.iterations;
  const own = { restart: restarts - 1, maxIterations: maxIterations - before };
  const rest = runFrom(tried.mixture, problem, own);
  let next = rest.next();
  while (!next.done) next = rest.next(yield { ...next.value, iteration: before + next.value.iteration });
  const { iterations, trace } = next.value;
  const whole = sample ? trace : [...tried.trace, ...trace.slice(1)];
  return { ...next.value, iterations: before + iterations, trace: whole };
}

/** Every start, run. @throws CollapseError when all of them fail, but for those on a sample */
function* attemptsAt({ problem, sample }: Trial): Generator<Step, Attempts, Moments> {
  const { attempt, failures } = attempter(problem);
  const runs: Judged[] = [];
  const total = problem.settings.restarts;
  for (let restart = 0; restart < total; restart++) {
    runs.push(...(yield* attempt(() => runFromStart(problem, { restart, sample }))));
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
