import type { Mixture } from '@gaussmix/distributions';
import type { CollapseError } from '../collapse-error.ts';
import { expectationMaximization, type Run, type RunSettings, type Step } from '../loop/run.ts';
import type { Moments } from '../moments.ts';
import type { Problem } from '../problem.ts';
import { clustered } from '../starts/clustered.ts';
import { recipeFor } from '../starts/start-for.ts';
import type { FlawFinder } from './flaws.ts';

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
export function judge(run: Run, flawsOf: FlawFinder): Judged {
  const { mixture, moments, trace } = run;
  const rows = moments.counts.reduce((sum, count) => sum + count, 0);
  return { ...run, merit: trace.at(-1)! - (flawsOf(mixture, moments.counts).length * rows) / 2 };
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
