import type { Command } from 'commander';
import type { ModelLimit } from '../files/read-model-file.ts';
import { addModelOptions } from './model-options.ts';
import { addTableOptions, type TableOptions } from './table-options.ts';

/** What `gaussmix compare` was told, parsed. */
export interface CompareOptions extends TableOptions, ModelLimit {
  readonly labels?: string;
  readonly json?: true;
}

/** Declares the options of `gaussmix compare`. */
export function addCompareOptions(command: Command): Command {
  command
    .option('--labels <column>', 'the column with what is known of each row, by name or number')
    .option('--json', 'print one JSON document');
  return addModelOptions(addTableOptions(command));
}
