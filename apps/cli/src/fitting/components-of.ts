import { CommandError, usageError } from '../command-error.ts';
import type { FitCommandOptions } from '../options/fit-options.ts';
import { isInitialName } from './read-start.ts';

/**
 * Checks, before anything is read, that something tells how many components there are.
 *
 * @throws CommandError of the command line
 */
export function requireComponents({ components, initial, initialLabels }: FitCommandOptions): void {
  const given = initialLabels !== undefined || (initial !== undefined && !isInitialName(initial));
  if (components !== undefined || given) return;
  throw usageError(
    '--components must be given, got nothing. Try --components 3, or --components 1..9 to let BIC choose.',
  );
}

/** Data with fewer rows are at fault themselves when there are fewer than components. */
const fewRows = 10;

interface ComponentDemand {
  /** Most components to try when nothing tells how many. */
  readonly upTo?: number;
  /** How many components a given start has, and which option gave it. */
  readonly given: { readonly count: number; readonly by: string } | undefined;
  readonly rows: number;
  readonly table: string;
}

/**
 * The numbers of components to try: those asked for, what a given start has, or from 1 on.
 *
 * @throws CommandError when they are not those of the given start, or more than rows
 */
export function componentsOf(
  asked: readonly number[] | undefined,
  { upTo = 1, given, rows, table }: ComponentDemand,
): readonly number[] {
  if (asked !== undefined && given !== undefined && (asked.length > 1 || asked[0] !== given.count)) {
    throw usageError(
      `--components must be what ${given.by} gives (${given.count}), got ${asked.join(',')}. Leave it out.`,
    );
  }
  const counts = asked ?? (given ? [given.count] : countsUpTo(Math.min(upTo, rows)));
  const most = Math.max(...counts);
  if (most <= rows) return counts;
  if (rows < fewRows) {
    const must = `at least as many rows as components (${most})`;
    throw new CommandError(1, `${table}: must have ${must}, got ${rows}. Try fewer --components.`);
  }
  throw usageError(
    `--components must be at most the number of rows of ${table} (${rows}), got ${most}. Try fewer.`,
  );
}

function countsUpTo(most: number): readonly number[] {
  return Array.from({ length: most }, (_, i) => i + 1);
}
