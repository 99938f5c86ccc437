import type { Mixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import type { CollapseError } from '../collapse-error.ts';
import { expectationMaximization, type Run, type RunSettings, type Step } from '../loop/run.ts';
import type { Moments } from '../moments.ts';
import type { Problem } from '../problem.ts';
import { startFor } from '../starts/start-for.ts';
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

/** Start number `restart` of a problem. @throws CollapseError */
export function startMixture(problem: Problem, restart: number): Mixture {
  const { components, initials, where, seed } = problem.settings;
  const recipe = startFor(initials[restart % initials.length]!);
  return recipe({ ...problem, components, where, seed: `${seed}/${restart}` });
}

/** EM from a start, as the settings of the problem and then `own` have it. */
export function runFrom(
  start: Mixture,
  { settings, rows, mStep }: Problem,
  own: { restart: number; sample?: Matrix | undefined } & Partial<RunSettings>,
): Generator<Step, Run, Moments> {
  const tolerance = settings.tolerance * rows.rows;
  return expectationMaximization(start, { ...settings, ...mStep, tolerance, rows: rows.rows, ...own });
}
