import type { Command } from 'commander';
import type { ModelLimit } from '../files/read-model-file.ts';
import { addModelOptions } from './model-options.ts';
import { parseWhole } from './parse-number.ts';

/** What `gaussmix sample` was told, parsed. */
export interface SampleOptions extends ModelLimit {
  readonly count: number;
  readonly seed: number;
  readonly labels?: true;
  readonly json?: true;
  readonly out?: string;
}

/** Declares the options of `gaussmix sample`. */
export function addSampleOptions(command: Command): Command {
  command
    .option('-n, --count <n>', 'how many rows', parseWhole('--count', 1), 100)
    .option('--seed <n>', 'same seed, same rows', parseWhole('--seed', -Infinity), 0)
    .option('--labels', 'add a column with the component that each row came from')
    .option('--json', 'print one JSON document instead of CSV')
    .option('--out <file>', 'write to a file instead of standard output');
  return addModelOptions(command);
}
