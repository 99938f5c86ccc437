import { type Mixture, unmapMixture } from '@gaussmix/distributions';
import { type Matrix, symmetricEigen } from '@gaussmix/linalg';
import type { CollapseError } from '../collapse-error.ts';
import { componentsByWeight } from '../components-by-weight.ts';
import type { Step } from '../loop/run.ts';
import type { Moments } from '../moments.ts';
import { covarianceOfAll } from '../moments-of-all.ts';
import type { Problem } from '../problem.ts';
import { fromRandomRows } from '../starts/random-from-data.ts';
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
import { cheapestMerges, splitComponent } from './reshape.ts';

/** In short runs no component gets thinner than this share of the data's least variance: many spurious optima are thinner. */
const FLOOR = 5e-3;

/** Iterations of a long run, at most: accelerated ones, to the tolerance of a trial. */
const LONG_RUN = 300;

/** For how many passes a long run must seem to have arrived: what is found is finished with more patience. */
const LONG_PATIENCE = 2;

/** Components that are split to see what becomes of them, the heaviest first. */
const MOST_SPLITS = 10;

/** Moves that get a long run, at most, before a base is given up. */
const CANDIDATES = 3;

/** Nats per row that a short run may lie behind and still promise something. */
const BEHIND = 0.05;

/** Nats per row by which an optimum is better than another: more than what trials leave to gain. */
const BETTER = 2e-3;

type Steps<T> = Generator<Step, T, Moments>;

/** What a search depends on. */
export interface Quest {
  readonly problem: Problem;
  readonly effort: Effort;
  /** The rows of the problem, where they are not all that there are. */
  readonly sample?: Matrix | undefined;
}

/**
 * Looks for the best optimum: many starts get a short run, the best of these a long one, and the best few optima are moved
 * on from: a component is split, the mixture gets a short run, two components are merged that say nearly the same, and
 * what comes of it gets a long run if it promises anything. One start is grown from a single component by splits alone.
 *
 * @returns the optima, the best first
 *
 * Biernacki, Celeux & Govaert (2003); Ueda, Nakano, Ghahramani & Hinton (2000); Verbeek, Vlassis & Kroese (2003).
 */
export function* search(quest: Quest): Steps<Attempts> {
  const { problem, effort } = quest;
  const { components } = problem.settings;
  const runs = runner(quest);
  const promising: Judged[] = [];
  for (let start = 0; start < effort.starts; start++) {
    promising.push(...(yield* runs.started()));
  }
  const failures = [...runs.failures];
  const movable = canMove(problem);
  for (const suggestion of suggestionsOf(problem, components)) {
    promising.push(...(yield* runs.short(() => suggestion)));
  }
  if (movable) {
    for (const suggestion of suggestionsOf(problem, components + 1)) {
      for (const merged of cheapestMerges(suggestion).slice(0, effort.merges)) {
        promising.push(...(yield* runs.short(() => merged)));
      }
    }
  }
  if (movable && effort.grow) promising.push(...(yield* grown(quest, runs)));
  const found: Judged[] = [];
  for (const { mixture } of promising.sort(byMerit).slice(0, effort.longRuns)) {
    found.push(...(yield* runs.long(mixture)));
  }
  if (movable) {
    for (const base of distinct(found.sort(byMerit), problem).slice(0, effort.bases)) {
      found.push(...(yield* movedOn(base, quest, runs)));
    }
  }
  return { runs: found.sort(byMerit), failures, total: effort.starts };
}

/** Components are split and merged where covariances are estimated, from moments that show them whole. */
function canMove({ settings, rows }: Problem): boolean {
  const { structure, components } = settings;
  return components > 1 && !structure.directions && structure.parameterCount(1, rows.columns) > 0;
}

interface Runs {
  /** A short run from the next start. @returns one run, or none where it fails */
  started(): Steps<Judged[]>;
  /** A short run from a mixture. */
  short(start: () => Mixture, iterations?: number): Steps<Judged[]>;
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
  const longRun = Math.min(LONG_RUN, problem.settings.maxIterations);
  return {
    failures,
    started: () => attempt(() => runFromStart(problem, { ...own(shortRun), ...brief })),
    short: (start, iterations = shortRun) =>
      attempt(() => runFrom(start(), problem, { ...own(iterations), ...brief })),
    long: (start) => attempt(() => runFrom(start, problem, { ...own(longRun), patience: LONG_PATIENCE })),
  };
}

/** The variance of all rows in the direction where it is least, unless columns are so many that it is not to be had. */
function leastVarianceOf(problem: Problem): number {
  if (problem.settings.structure.directions) return 0;
  return symmetricEigen(covarianceOfAll(problem), problem.rows.columns).values.at(-1)!;
}

/** The mixtures with so many components that the user suggests, in the fit's coordinates. */
function suggestionsOf({ settings, coordinates }: Problem, components: number): Mixture[] {
  const { suggestions } = settings;
  return suggestions
    .filter(({ weights }) => weights.length === components)
    .map((suggestion) => unmapMixture(suggestion, coordinates));
}

/** Grows a mixture from one component, or from the largest that is suggested, by the split that pays most each time. */
function* grown({ problem, effort }: Quest, runs: Runs): Steps<Judged[]> {
  const { where, seed, components } = problem.settings;
  let k = components - 1;
  while (k > 1 && suggestionsOf(problem, k).length === 0) k--;
  let [best] = yield* runs.short(
    () =>
      suggestionsOf(problem, k)[0] ?? fromRandomRows({ ...problem, components: 1, where, seed: `${seed}` }),
  );
  while (best && k++ < components) {
    const splits = yield* splitsOf(best, effort, runs);
    [best] = splits[0] ? yield* runs.short(() => splits[0]!.mixture) : [];
  }
  return best ? [best] : [];
}

/** Short runs from a mixture with one component split, the best first. */
function* splitsOf({ mixture }: Judged, { shortRun }: Effort, runs: Runs): Steps<Judged[]> {
  const splits: Judged[] = [];
  for (const k of componentsByWeight(mixture.weights).slice(0, MOST_SPLITS)) {
    const split = splitComponent(mixture, k);
    if (split) splits.push(...(yield* runs.short(() => split, shortRun / 2)));
  }
  return splits.sort(byMerit);
}

/** Moves from an optimum to a better one, and on from that. @returns those that were found on the way */
function* movedOn(base: Judged, { problem, effort }: Quest, runs: Runs): Steps<Judged[]> {
  const found: Judged[] = [];
  const { rows } = problem.rows;
  let better: Judged | undefined = base;
  for (let move = 0; better && move < effort.moves; move++) {
    const best: Judged = better;
    const tries: Judged[] = [];
    for (const { mixture } of (yield* splitsOf(best, effort, runs)).slice(0, effort.splits)) {
      for (const merged of cheapestMerges(mixture).slice(0, effort.merges)) {
        tries.push(...(yield* runs.short(() => merged)));
      }
    }
    better = undefined;
    for (const { mixture, merit } of tries.sort(byMerit).slice(0, CANDIDATES)) {
      if (better || merit < best.merit - BEHIND * rows) break;
      const [run] = yield* runs.long(mixture);
      if (run && run.merit > best.merit + BETTER * rows) better = run;
    }
    if (better) found.push(better);
  }
  return found;
}

/** Optima that are not the same as a better one. */
function distinct(sorted: readonly Judged[], { rows }: Problem): Judged[] {
  return sorted.filter((run, at) => at === 0 || sorted[at - 1]!.merit - run.merit > BETTER * rows.rows);
}
