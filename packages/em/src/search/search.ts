import { type Mixture, unmapMixture } from '@gaussmix/distributions';
import { BLOCK_ROWS } from '@gaussmix/kernels';
import { type Matrix, symmetricEigen } from '@gaussmix/linalg';
import type { CollapseError } from '../collapse-error.ts';
import type { Step } from '../loop/run.ts';
import type { Moments } from '../moments.ts';
import { covarianceOfAll } from '../moments-of-all.ts';
import type { Problem } from '../problem.ts';
import {
  type Attempts,
  attempter,
  byMerit,
  type Judged,
  type Own,
  runFrom,
  runFromStart,
} from './attempts.ts';
import type { Effort } from './efforts.ts';

/** In short runs no component gets thinner than this share of the data's least variance: many spurious optima are thinner. */
const FLOOR = 5e-3;

/** Iterations of a long run, at most, to the tolerance of a trial. */
const LONG_RUN = 300;

/** For how many passes a long run must seem to have arrived: what is found is finished with more patience. */
const LONG_PATIENCE = 2;

/** E-steps that are asked for, and what comes of them. */
export type Steps<T> = Generator<Step, T, Moments>;

/** What a search depends on. */
export interface Quest {
  readonly problem: Problem;
  readonly effort: Effort;
  /** The rows of the problem, where they are not all that there are. */
  readonly sample?: Matrix | undefined;
}

/** Ways to further starts, and from one optimum to others: how a search goes beyond what starts at random find. */
export interface Moves {
  /** Short runs from starts of its own. */
  starts(quest: Quest, runs: Runs): Steps<readonly Judged[]>;
  /** Long runs from where the optima lead that have been found, the best first. */
  moves(found: readonly Judged[], quest: Quest, runs: Runs): Steps<readonly Judged[]>;
}

/**
 * Looks for the best optimum: many starts get a short run, the best of these a long one, and the best few optima are moved
 * on from.
 *
 * @returns the optima, the best first
 *
 * Biernacki, Celeux & Govaert (2003).
 */
export function* search(quest: Quest): Steps<Attempts> {
  const { problem, effort } = quest;
  const { components, moves } = problem.settings;
  const runs = runner(quest);
  const promising: Judged[] = [];
  for (let start = 0; start < effort.starts; start++) {
    promising.push(...(yield* runs.started()));
  }
  const failures = [...runs.failures];
  for (const suggestion of suggestionsOf(problem, components)) {
    promising.push(...(yield* runs.short(() => suggestion)));
  }
  if (moves) promising.push(...(yield* moves.starts(quest, runs)));
  const found: Judged[] = [];
  for (const { mixture } of promising.sort(byPromise).slice(0, effort.longRuns)) {
    found.push(...(yield* runs.long(mixture)));
  }
  if (moves) found.push(...(yield* moves.moves(found.sort(byMerit), quest, runs)));
  return { runs: found.sort(byMerit), failures, total: effort.starts };
}

/** Short runs by merit alone: that a component is held up in them says nothing. */
export function byPromise(p: Judged, q: Judged): number {
  return q.merit - p.merit;
}

/** Runs of a search. */
export interface Runs {
  /** A short run from the next start. @returns one run, or none where it fails */
  started(): Steps<Judged[]>;
  /** A short run from a mixture. */
  short(start: () => Mixture, iterations?: number): Steps<Judged[]>;
  /** A long run from a mixture. */
  long(start: Mixture): Steps<Judged[]>;
  readonly failures: readonly CollapseError[];
}

function runner({ problem, effort, sample }: Quest): Runs {
  const { ridge } = problem.mStep;
  const { attempt, failures } = attempter(problem);
  const floor = ridge.floor && Math.max(ridge.floor, FLOOR * leastVarianceOf(problem));
  const brief = { ridge: { ...ridge, floor }, acceleration: 'none', tolerance: 0 } as const;
  let restart = 0;
  const own = (maxIterations: number): Own => ({ maxIterations, restart: restart++, sample });
  const { shortRun } = effort;
  const { maxIterations, acceleration } = problem.settings;
  const far = {
    patience: LONG_PATIENCE,
    // Over few rows a pass costs less than looking ahead.
    acceleration: problem.rows.rows > BLOCK_ROWS ? acceleration : ('none' as const),
  };
  const longRun = Math.min(LONG_RUN, maxIterations);
  return {
    failures,
    started: () => attempt(() => runFromStart(problem, { ...own(shortRun), ...brief })),
    short: (start, iterations = shortRun) =>
      attempt(() => runFrom(start(), problem, { ...own(iterations), ...brief })),
    long: (start) => attempt(() => runFrom(start, problem, { ...own(longRun), ...far })),
  };
}

/** The variance of all rows in the direction where it is least, unless columns are so many that it is not to be had. */
function leastVarianceOf(problem: Problem): number {
  if (problem.settings.structure.directions) return 0;
  return symmetricEigen(covarianceOfAll(problem), problem.rows.columns).values.at(-1)!;
}

/** The mixtures with so many components that the user suggests, in the fit's coordinates. */
export function suggestionsOf({ settings, coordinates }: Problem, components: number): Mixture[] {
  const { suggestions } = settings;
  return suggestions
    .filter(({ weights }) => weights.length === components)
    .map((suggestion) => unmapMixture(suggestion, coordinates));
}
