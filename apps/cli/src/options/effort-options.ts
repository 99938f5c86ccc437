import type { Command } from 'commander';
import { parseChoice } from './parse-choice.ts';
import { parseNumber, parseWhole } from './parse-number.ts';

/** How hard the best optimum is sought. */
export type Effort = 'quick' | 'normal' | 'thorough';

/** How the best optimum is sought, and by how many threads. */
export interface EffortOptions {
  readonly seed: number;
  readonly effort?: Effort;
  readonly restarts?: number;
  readonly startRows?: number;
  readonly maxIterations?: number;
  readonly tolerance?: number;
  readonly acceleration?: 'none' | 'anderson';
  readonly threads?: number;
}

/** What a pool takes. */
const mostThreads = 256;

/** Declares the options of every command that fits. */
export function addEffortOptions(command: Command): Command {
  return command
    .optionsGroup('Search:')
    .option('--seed <n>', 'same seed, same result', parseWhole('--seed', -Infinity), 0)
    .option(
      '--effort <much>',
      'how hard the best optimum is sought: quick, normal or thorough (default: normal)',
      parseChoice('--effort', ['quick', 'normal', 'thorough'] as const),
    )
    .option(
      '--restarts <n>',
      'instead of a search so many starts, of which the best is kept',
      parseWhole('--restarts', 1),
    )
    .option(
      '--start-rows <n>',
      'compare starts on a sample of so many rows, and run the best on all (default: 4096 or more, of at least twice as many)',
      parseWhole('--start-rows', 1),
    )
    .option(
      '--max-iterations <n>',
      'of each start, at most (default: 1000)',
      parseWhole('--max-iterations', 0),
    )
    .option(
      '--tolerance <nats>',
      'stop when so little per row is left to gain; with 0, run exactly --max-iterations (default: 1e-8)',
      parseNumber('--tolerance', {
        must: 'a number of nats per row, at least 0',
        holds: (value) => value >= 0,
      }),
    )
    .option(
      '--acceleration <name>',
      'none: plain EM; anderson: fewer iterations to the same optimum (default, but none with --tolerance 0)',
      parseChoice('--acceleration', ['none', 'anderson'] as const),
    )
    .option(
      '--threads <n>',
      'threads for long work; results do not depend on it (default: as many as there are cores)',
      parseNumber('--threads', {
        must: `a whole number from 1 to ${mostThreads}`,
        holds: (value) => Number.isInteger(value) && value >= 1 && value <= mostThreads,
      }),
    );
}
