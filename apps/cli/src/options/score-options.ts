import type { Command } from 'commander';
import type { ModelLimit } from '../files/read-model-file.ts';
import { addModelOptions } from './model-options.ts';
import { parseNumber } from './parse-number.ts';
import { addTableOptions, type TableOptions } from './table-options.ts';

/** What `gaussmix score` was told, parsed. */
export interface ScoreOptions extends TableOptions, ModelLimit {
  readonly quantile?: number;
  readonly json?: true;
  readonly out?: string;
}

/** Declares the options of `gaussmix score`. */
export function addScoreOptions(command: Command): Command {
  command
    .option(
      '--quantile <q>',
      'flag the rows whose log-density lies below the q-quantile of those of these data',
      parseNumber('--quantile', {
        must: 'a number above 0 and below 1',
        holds: (value) => value > 0 && value < 1,
      }),
    )
    .option('--json', 'print one JSON document instead of CSV')
    .option('--out <file>', 'write to a file instead of standard output');
  return addModelOptions(addTableOptions(command));
}
