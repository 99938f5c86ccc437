import type { FamilyName } from '@gaussmix/covariance';
import { type Cell, type CriterionName, keyOf, leader, type Place } from './cells.ts';
import { openPool } from './fit-pool.ts';
import type { Problem } from './problem.ts';
import { search, type Winners, type Wishes } from './search.ts';

/** A search as the page shows it. */
export interface SearchState {
  /** What is searched; changes together with the cells. */
  readonly problem: Problem | undefined;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly running: boolean;
  /** What ended the search, other than its end. */
  readonly trouble: string;
  /** The best cell, or the best so far. */
  best(criterion: CriterionName): Place | undefined;
  /** Begins anew. @returns what ends it */
  start(problem: Problem, wishes: Wishes, urgent: readonly FamilyName[]): () => void;
}

/** Families whose M-step is itself a search come last. */
const late: readonly FamilyName[] = ['EVE', 'VVE'];

/** A slider that moves on has this many milliseconds to do so; so often results are shown. */
const [pause, beat] = [180, 90];

/** The search behind the page: one at a time, results as they come. */
export function searchState(): SearchState {
  let shown = $state.raw<Problem>();
  let cells = $state.raw<ReadonlyMap<string, Cell>>(new Map());
  let winners = $state.raw<Winners>();
  let running = $state(false);
  let trouble = $state('');

  function start(problem: Problem, wishes: Wishes, urgent: readonly FamilyName[]): () => void {
    const ended = new AbortController();
    const found = new Map<string, Cell>();
    let shower: ReturnType<typeof setTimeout> | undefined;
    let close = () => {};
    const publish = () => {
      shower = undefined;
      cells = new Map(found);
    };
    const show = (cell: Cell) => {
      found.set(keyOf(cell), cell);
      shower ??= setTimeout(publish, beat);
    };
    shown = problem;
    cells = new Map();
    winners = undefined;
    trouble = '';
    running = true;

    const beginning = setTimeout(() => {
      const pool = openPool(
        problem,
        ({ family, components }) =>
          (urgent.includes(family) ? 0 : 100) + (late.includes(family) ? 1000 : 0) + components,
      );
      close = pool.close;
      search(problem, wishes, { fitter: pool.run, show, signal: ended.signal })
        .then(
          (all) => {
            winners = all;
          },
          (error) => {
            if (!ended.signal.aborted) trouble = error instanceof Error ? error.message : String(error);
          },
        )
        .finally(() => {
          pool.close();
          if (ended.signal.aborted) return;
          clearTimeout(shower);
          publish();
          running = false;
        });
    }, pause);

    return () => {
      clearTimeout(beginning);
      clearTimeout(shower);
      ended.abort();
      close();
    };
  }

  return {
    get problem() {
      return shown;
    },
    get cells() {
      return cells;
    },
    get running() {
      return running;
    },
    get trouble() {
      return trouble;
    },
    best: (criterion) => winners?.[criterion] ?? leader(cells.values(), criterion),
    start,
  };
}
