import { type Delimiter, parseTable, type Table } from '@gaussmix/data';
import type { Terminal } from '../terminal.ts';
import { nameOf, readText } from './read-text.ts';

/** How a file of data is written, where the guess is wrong. */
export interface TableFormat {
  readonly delimiter?: Delimiter;
  /** Whether the first line holds names. */
  readonly header?: boolean;
}

/**
 * A table from a file of CSV or TSV, or from standard input for `-`.
 *
 * @throws CommandError, or GaussmixError naming the line that is wrong
 */
export async function readTable(path: string, format: TableFormat, terminal: Terminal): Promise<Table> {
  const text = await readText(path, terminal);
  const { delimiter, header = 'auto' } = format;
  return parseTable(text, { name: nameOf(path), header, ...(delimiter && { delimiter }) });
}
