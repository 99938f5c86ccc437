import { GaussmixError } from '@gaussmix/kernels';
import { parse } from 'csv-parse/sync';
import type { Delimiter } from './table.ts';

/** The records of a file, blank ones included. */
export interface Records {
  /** The cells of each record, without the quotes around them. */
  readonly records: readonly (readonly string[])[];
  /** The line on which each record starts, counted from 1. */
  readonly lines: readonly number[];
}

/**
 * Cuts a file into records and cells. Only a text with quotes needs a parser; without them, which is how most
 * files of numbers come, lines and cells are cut where the delimiters stand, many times faster.
 *
 * @param text  the file, with lines ending in `\n`
 * @throws GaussmixError "quotes" naming the line, when a quote is not closed or stands inside a cell
 */
export function splitRecords(text: string, options: { name: string; delimiter: Delimiter }): Records {
  if (text.includes('"')) return parseQuoted(text, options);
  const records = text.split('\n').map((line) => line.split(options.delimiter));
  return { records, lines: records.map((_, i) => i + 1) };
}

function parseQuoted(text: string, { name, delimiter }: { name: string; delimiter: Delimiter }): Records {
  const records: string[][] = [];
  const lines: number[] = [];
  let line = 1;
  const collect = (record: string[]) => {
    records.push(record);
    lines.push(line);
    line += 1 + record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      // White space may stand around quotes, but a tab that is the delimiter must stay.
      trim: delimiter !== '\t',
      on_record: collect,
    });
  } catch (cause) {
    const open = (cause as { code?: unknown }).code === 'CSV_QUOTE_NOT_CLOSED';
    const problem = open
      ? 'a quote must be closed, got the end of the file inside a quoted cell'
      : 'quotes must stand around a whole cell, got one inside a cell';
    throw new GaussmixError(
      'quotes',
      `${name}, line ${line}: ${problem}. A quote that belongs to the text is written twice, in a quoted cell: "5"" pipe".`,
      { cause },
    );
  }
  return { records, lines };
}
