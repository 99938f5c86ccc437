import type { Command } from 'commander';
import { parseWhole } from './parse-number.ts';
import { addTableOptions, type TableOptions } from './table-options.ts';

/** Which columns are fitted, and what is done to them first. */
export interface DataOptions extends TableOptions {
  readonly standardize?: true;
  readonly pca?: number;
  readonly oneHot?: string;
}

/** Declares the options of every command that fits data. */
export function addDataOptions(command: Command): Command {
  return addTableOptions(command.optionsGroup('Data:'))
    .option(
      '--standardize',
      'bring each column to mean 0 and standard deviation 1 first; results are in the data’s units',
    )
    .option('--pca <n>', 'fit the first n principal components', parseWhole('--pca', 1))
    .option('--one-hot <columns>', 'text columns to encode as columns of 0 and 1');
}
