import { GaussmixError } from '@gaussmix/kernels';
import { columnKind } from './column-kind.ts';
import { guessDelimiter } from './guess-delimiter.ts';
import { guessHeader } from './guess-header.ts';
import { nameColumns } from './name-columns.ts';
import { type Records, splitRecords } from './split-records.ts';
import type { Delimiter, Table } from './table.ts';

/** How to read a table; what is absent is guessed. */
export interface ParseTableOptions {
  /** The name of the file, for messages. Default "table". */
  readonly name?: string;
  /** What stands between cells. Guessed from the first lines when absent. */
  readonly delimiter?: Delimiter;
  /** Whether the first row holds names. Default "auto": when columns of numbers begin with a word. */
  readonly header?: boolean | 'auto';
}

/**
 * Reads CSV or TSV: quoted cells (with delimiters, line ends and doubled quotes in them), a byte-order mark, any
 * line ends, with or without a header. Blank lines around the data are left out; so are those between, unless
 * there is one column: there they are empty cells. Cells stay text until they are used.
 *
 * @returns n rows by d columns, at least one each
 * @throws GaussmixError "empty" without a row, "ragged" naming the line whose number of cells differs from the
 *   first line's, "quotes" naming the line whose quotes do not match
 */
export function parseTable(text: string, options: ParseTableOptions = {}): Table {
  const { name = 'table', header = 'auto' } = options;
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter = options.delimiter ?? guessDelimiter(body);
  const { records, lines } = withoutBlanks(splitRecords(body, { name, delimiter }));
  if (records.length === 0) {
    throw new GaussmixError('empty', `${name}: must have at least one row of data, got an empty file.`);
  }
  requireEqualLengths(records, lines, name);
  const cells = records[0]!.map((_, j) => records.map((record) => record[j]!));
  const hasHeader = header === 'auto' ? guessHeader(cells) : header;
  if (hasHeader && records.length === 1) {
    throw new GaussmixError(
      'empty',
      `${name}: must have at least one row of data, got only a header, in line ${lines[0]}.`,
    );
  }
  return assemble({ name, hasHeader, cells, lines });
}

function assemble(parts: {
  name: string;
  hasHeader: boolean;
  cells: string[][];
  lines: readonly number[];
}): Table {
  const { name, hasHeader, cells, lines } = parts;
  const start = hasHeader ? 1 : 0;
  const names = nameColumns(hasHeader ? cells.map((column) => column[0]!) : cells.length);
  const columns = cells.map((column, j) => {
    const data = hasHeader ? column.slice(1) : column;
    return { name: names[j]!, kind: columnKind(data), cells: data };
  });
  return { name, header: hasHeader, rows: lines.length - start, columns, lines: lines.slice(start) };
}

/** Without the blank records before the first and after the last that is not, and without those between if rows have several cells. */
function withoutBlanks({ records, lines }: Records): Records {
  const isBlank = (record: readonly string[]) => record.length === 1 && record[0]!.trim() === '';
  const first = records.findIndex((record) => !isBlank(record));
  const last = records.findLastIndex((record) => !isBlank(record));
  if (first === -1) return { records: [], lines: [] };
  const blanksAreCells = records[first]!.length === 1;
  const keep = records
    .map((_, i) => i)
    .filter((i) => i >= first && i <= last && (blanksAreCells || !isBlank(records[i]!)));
  return { records: keep.map((i) => records[i]!), lines: keep.map((i) => lines[i]!) };
}

function requireEqualLengths(records: Records['records'], lines: Records['lines'], name: string): void {
  const expected = records[0]!.length;
  const at = records.findIndex((record) => record.length !== expected);
  if (at === -1) return;
  throw new GaussmixError(
    'ragged',
    `${name}, line ${lines[at]}: must have as many cells as line ${lines[0]} (${expected}), ` +
      `got ${records[at]!.length}. Put quotes around a cell that contains a delimiter.`,
  );
}
