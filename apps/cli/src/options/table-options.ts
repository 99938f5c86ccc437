import type { Command } from 'commander';
import type { TableFormat } from '../files/read-table.ts';
import { parseDelimiter } from './parse-delimiter.ts';

/** Which columns of the data to read, and how they are written. */
export interface TableOptions extends TableFormat {
  /** Names, or numbers counted from 1, with commas between them. */
  readonly columns?: string;
}

/** Declares the options of every command that reads data. */
export function addTableOptions(command: Command): Command {
  return command
    .option('--columns <list>', 'names, or numbers from 1, with commas (default: all that hold numbers)')
    .option('--delimiter <kind>', 'comma, semicolon or tab (default: guessed)', parseDelimiter)
    .option('--header', 'the first line holds names (default: guessed)')
    .option('--no-header', 'the first line holds data');
}
