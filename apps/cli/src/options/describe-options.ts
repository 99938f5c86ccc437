import type { Command } from 'commander';
import type { ModelLimit } from '../files/read-model-file.ts';
import { addModelOptions } from './model-options.ts';

/** What `gaussmix describe` was told, parsed. */
export interface DescribeOptions extends ModelLimit {
  readonly json?: true;
}

/** Declares the options of `gaussmix describe`. */
export function addDescribeOptions(command: Command): Command {
  return addModelOptions(command.option('--json', 'print the model document'));
}
