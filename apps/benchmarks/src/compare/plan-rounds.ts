/** How a comparison is run. */
export interface Plan {
  /** Iterations from the start, the same for both. */
  readonly iterations: number;
  /** How often each does them in one round, so that a round is long enough to be timed. */
  readonly ourRepeats: number;
  readonly theirRepeats: number;
  readonly rounds: number;
}

/** Iterations at most: more would only repeat what the last ones did. */
const MOST_ITERATIONS = 10;

/** Rounds at most, and how few will do: one where a pair of iterations takes all of the budget. */
const MOST_ROUNDS = 9;
const ENOUGH_ROUNDS = 3;

/** Seconds that one program's part of a round should last at least. */
const SHORTEST = 0.06;

const MOST_REPEATS = 20;

/**
 * A plan for what a comparison may cost.
 *
 * @param ours  seconds of one of our iterations
 * @param theirs  seconds of one of theirs
 * @param budget  seconds for all of it
 */
export function planRounds(ours: number, theirs: number, budget: number): Plan {
  const pair = ours + theirs;
  const iterations = between(1, Math.floor(budget / (ENOUGH_ROUNDS * pair)), MOST_ITERATIONS);
  const repeatsFor = (seconds: number): number =>
    between(1, Math.ceil(SHORTEST / (iterations * seconds)), MOST_REPEATS);
  const [ourRepeats, theirRepeats] = [repeatsFor(ours), repeatsFor(theirs)];
  const round = iterations * (ourRepeats * ours + theirRepeats * theirs);
  const least = pair <= budget ? ENOUGH_ROUNDS : 1;
  const rounds = between(least, Math.floor(budget / round), MOST_ROUNDS);
  return { iterations, ourRepeats, theirRepeats, rounds };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
