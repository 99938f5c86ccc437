/** How hard the best optimum is sought: many short runs, few long ones, and moves from the best of these. */
export interface Effort {
  /** Starts that get a short run. */
  readonly starts: number;
  /** Whether one more start is grown from few components, by splits. */
  readonly grow: boolean;
  /** Iterations of a short run. */
  readonly shortRun: number;
  /** Short runs that get a long one. */
  readonly longRuns: number;
  /** Optima that are moved on from. */
  readonly bases: number;
  /** Splits that are followed, of those of every component. */
  readonly splits: number;
  /** Merges that are tried after a split. */
  readonly merges: number;
  /** Moves in a row from one base, at most. */
  readonly moves: number;
}

/** The budgets by name. */
export const efforts = {
  quick: { starts: 4, grow: false, shortRun: 6, longRuns: 2, bases: 1, splits: 1, merges: 1, moves: 1 },
  normal: { starts: 40, grow: true, shortRun: 20, longRuns: 8, bases: 5, splits: 3, merges: 3, moves: 20 },
  thorough: {
    starts: 120,
    grow: true,
    shortRun: 25,
    longRuns: 20,
    bases: 8,
    splits: 5,
    merges: 5,
    moves: 40,
  },
} satisfies Record<string, Effort>;

/** A budget by its name. */
export type EffortName = keyof typeof efforts;
