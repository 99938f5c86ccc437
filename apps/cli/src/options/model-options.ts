import type { Command } from 'commander';
import { parseWhole } from './parse-number.ts';

/** Declares the options of every command that reads a model. */
export function addModelOptions(command: Command): Command {
  return command.option(
    '--max-numbers <n>',
    'read models of so many numbers (default: 10000000)',
    parseWhole('--max-numbers', 1),
  );
}
