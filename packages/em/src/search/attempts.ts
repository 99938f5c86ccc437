import type { Mixture } from '@gaussmix/distributions';
import { CollapseError } from '../collapse-error.ts';
import { expectationMaximization, type Run, type RunSettings, type Step } from '../loop/run.ts';
import type { Moments } from '../moments.ts';
import type { Problem } from '../problem.ts';
import { clustered } from '../starts/clustered.ts';
import { recipeFor } from '../starts/start-for.ts';
import { type FlawFinder, flawFinder } from './flaws.ts';

/** A run, and what it is worth. */
export interface Judged extends Run {
  /** Its objective, less half a nat per row for each component that looks spurious. */
  readonly merit: number;
}

/** What came of all starts. */
export interface Attempts {
  /** The best first. */
  readonly runs: readonly Judged[];
  /** Starts that were run. */
  readonly total: number;
  readonly failures: readonly CollapseError[];
}

/**
 * What a run is worth. No handful of rows gains half a nat for every row of the data, so a spurious optimum never wins
 * over a sound one; groups that really are so narrow or lie so far apart gain much more.
 */
function judge(run: Run, flawsOf: FlawFinder): Judged {
  const { mixture, moments, trace } = run;
  const rows = moments.counts.reduce((sum, count) => sum + count, 0);
  return { ...run, merit: trace.at(-1)! - (flawsOf(mixture, moments.counts).length * rows) / 2 };
}

/** Tries runs that may fail. */
export interface Attempter {
  /** @returns one run, or none where it fails for a reason that belongs to the data */
  attempt(run: () => Generator<Step, Run, Moments>): Generator<Step, Judged[], Moments>;
  /** Why runs have failed, in order. */
  readonly failures: readonly CollapseError[];
}

/** Tries runs of a problem, and judges those that do not fail. */
export function attempter(problem: Problem): Attempter {
  const flawsOf = flawFinder(problem);
  const failures: CollapseError[] = [];
  return {
    failures,
    *attempt(run) {
      try {
        return [judge(yield* run(), flawsOf)];
      } catch (error) {
        if (!(error instanceof CollapseError)) throw error;
        failures.push(error);
        return [];
      }
    },
  };
}

/** Runs first in which no component had to be held up, then by merit. */
export function byMerit(p: Judged, q: Judged): number {
  const health = Number(q.heldUp.length === 0) - Number(p.heldUp.length === 0);
  return health || q.merit - p.merit;
}

/** EM from start number `restart`, as the settings of the problem and then `own` have it. @throws CollapseError */
export function* runFromStart(problem: Problem, own: Own): Generator<Step, Run, Moments> {
  const { components, initials, where, seed } = problem.settings;
  const { start, kmeans } = recipeFor(initials[own.restart % initials.length]!);
  const mixture = start({ ...problem, components, where, seed: `${seed}/${own.restart}` });
  if (kmeans === undefined) return yield* runFrom(mixture, problem, own);
  const clusters = yield* clustered(mixture, runSettings(problem, { ...own, maxIterations: kmeans }));
  return yield* runFrom(clusters, problem, own);
}

/** What a run has of its own, beside its problem. */
export type Own = { readonly restart: number } & Partial<RunSettings>;

function runSettings({ settings, rows, mStep }: Problem, own: Own): RunSettings {
  return { ...settings, ...mStep, tolerance: settings.tolerance * rows.rows, rows: rows.rows, ...own };
}

/** EM from a mixture, as the settings of the problem and then `own` have it. @throws CollapseError */
export function runFrom(start: Mixture, problem: Problem, own: Own): Generator<Step, Run, Moments> {
  return expectationMaximization(start, runSettings(problem, own));
}
