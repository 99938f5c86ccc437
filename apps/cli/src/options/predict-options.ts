import type { Command } from 'commander';
import type { ModelLimit } from '../files/read-model-file.ts';
import { addModelOptions } from './model-options.ts';
import { addTableOptions, type TableOptions } from './table-options.ts';

/** What `gaussmix predict` was told, parsed. */
export interface PredictOptions extends TableOptions, ModelLimit {
  readonly proba?: true;
  readonly explain?: true;
  readonly json?: true;
  readonly out?: string;
}

/** Declares the options of `gaussmix predict`. */
export function addPredictOptions(command: Command): Command {
  command
    .option('--proba', 'the posterior probability of each component instead of the label')
    .option('--explain', 'for each row and component: log-density, posterior and Mahalanobis distance')
    .option('--json', 'print one JSON document instead of CSV')
    .option('--out <file>', 'write to a file instead of standard output');
  return addModelOptions(addTableOptions(command));
}
