import type { FitOptions } from '@gaussmix/em';
import { usageError } from '../command-error.ts';
import type { EffortOptions } from '../options/effort-options.ts';

/**
 * Checks, before anything is read, that one thing says how hard to search.
 *
 * @throws CommandError of the command line
 */
export function requireOneSearch({ effort, restarts }: EffortOptions): void {
  if (effort === undefined || restarts === undefined) return;
  throw usageError(
    `--effort and --restarts must not be given both, got ${effort} and ${restarts}. An effort says how many starts there are.`,
  );
}

/** How the best optimum is sought, as the library takes it. */
export function searchOptions(
  options: EffortOptions,
): Pick<FitOptions, keyof EffortOptions & keyof FitOptions> {
  const { seed, effort, restarts, startRows, maxIterations, tolerance, acceleration } = options;
  return {
    seed,
    ...(effort !== undefined && { effort }),
    ...(restarts !== undefined && { restarts }),
    ...(startRows !== undefined && { startRows }),
    ...(maxIterations !== undefined && { maxIterations }),
    ...(tolerance !== undefined && { tolerance }),
    ...(acceleration !== undefined && { acceleration }),
  };
}
