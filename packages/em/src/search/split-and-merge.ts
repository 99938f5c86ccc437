import { componentsByWeight } from '../components-by-weight.ts';
import type { Problem } from '../problem.ts';
import { fromRandomRows } from '../starts/random-from-data.ts';
import type { Judged } from './attempts.ts';
import type { Effort } from './efforts.ts';
import { cheapestMerges, splitComponent } from './reshape.ts';
import { byPromise, type Moves, type Quest, type Runs, type Steps, suggestionsOf } from './search.ts';

/** Nats per row by which an optimum is better than another: more than what trials leave to gain. */
const BETTER = 2e-3;

/** Nats per row that a short run may lie behind and still promise something. */
const BEHIND = 0.05;

/** Moves that get a long run, at most, before a base is given up. */
const CANDIDATES = 3;

/** Components that are split to see what becomes of them, the heaviest first. */
const MOST_SPLITS = 10;

/**
 * Moves that split and merge: a component is split, the mixture gets a short run, two components are merged that say nearly
 * the same, and what comes of it gets a long run if it promises anything. One start is grown from a single component, or
 * from the largest mixture that is suggested, by splits alone, others are merged from suggestions with a component more.
 *
 *   fitMixture(x, { components: 5, moves: splitAndMerge })
 *
 * Ueda, Nakano, Ghahramani & Hinton (2000); Verbeek, Vlassis & Kroese (2003).
 */
export const splitAndMerge: Moves = {
  *starts(quest, runs) {
    const { problem, effort } = quest;
    const promising: Judged[] = [];
    if (!canMove(problem)) return promising;
    for (const suggestion of suggestionsOf(problem, problem.settings.components + 1)) {
      for (const merged of cheapestMerges(suggestion).slice(0, effort.merges)) {
        promising.push(...(yield* runs.short(() => merged)));
      }
    }
    if (effort.grow) promising.push(...(yield* grown(quest, runs)));
    return promising;
  },

  *moves(optima, quest, runs) {
    const { problem, effort } = quest;
    const found: Judged[] = [];
    if (!canMove(problem)) return found;
    for (const base of distinct(optima, problem).slice(0, effort.bases)) {
      found.push(...(yield* movedOn(base, quest, runs)));
    }
    return found;
  },
};

/** Components are split and merged where covariances are estimated, from moments that show them whole. */
function canMove({ settings, rows }: Problem): boolean {
  const { structure, components } = settings;
  return components > 1 && !structure.directions && structure.parameterCount(1, rows.columns) > 0;
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
    if (split) splits.push(...(yield* runs.short(() => split, Math.ceil(shortRun / 2))));
  }
  return splits.sort(byPromise);
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
    for (const { mixture, merit } of tries.sort(byPromise).slice(0, CANDIDATES)) {
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
