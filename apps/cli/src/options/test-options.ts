import type { Command } from 'commander';
import { covarianceNames } from './covariance-names.ts';
import { addDataOptions, type DataOptions } from './data-options.ts';
import { addEffortOptions, type EffortOptions } from './effort-options.ts';
import { parseComponents } from './parse-components.ts';
import { parseNumber, parseWhole } from './parse-number.ts';
import { parseRegularization } from './parse-regularization.ts';

/** What `gaussmix test-components` was told, parsed. */
export interface TestOptions extends DataOptions, EffortOptions {
  readonly components: readonly number[];
  /** The name of a structure, not checked yet. */
  readonly covariance: string;
  readonly replicates: number;
  readonly level: number;
  readonly regularization: number | 'auto';
  readonly json?: true;
}

/** Declares the options of `gaussmix test-components`. */
export function addTestOptions(command: Command): Command {
  command
    .optionsGroup('Tests:')
    .option(
      '-k, --components <list>',
      'the numbers to decide between, in a row (default: 1..5)',
      parseComponents,
      [...[1, 2, 3, 4, 5]],
    )
    .option('--covariance <name>', covarianceNames, 'full')
    .option(
      '--replicates <n>',
      'data sets to draw for each test; 99 tell p-values from 0.01 on',
      parseWhole('--replicates', 1),
      99,
    )
    .option(
      '--level <p>',
      'a p-value up to this rejects a number of components',
      parseNumber('--level', {
        must: 'a number above 0 and below 1',
        holds: (value) => value > 0 && value < 1,
      }),
      0.05,
    )
    .option(
      '--regularization <r>',
      'a number to add to each variance, in the units fitted, squared; auto holds up only what collapses',
      parseRegularization,
      'auto',
    );
  addEffortOptions(command);
  addDataOptions(command);
  return command.optionsGroup('Output:').option('--json', 'print one JSON document');
}
