import { GaussmixError } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { encodeColumns } from '../transforms/encode-columns.ts';
import { type OneHotTransform, oneHot } from '../transforms/one-hot.ts';
import { cellKind } from './cell-kind.ts';
import { type ColumnChoice, chooseColumns } from './choose-columns.ts';
import { listNames } from './list-names.ts';
import { quote } from './quote.ts';
import type { Column, Table } from './table.ts';

/** Which columns to use, and how. */
export interface SelectColumnsOptions {
  /** The columns to use, in this order. Default: all that hold numbers, and those to encode. */
  readonly columns?: ColumnChoice;
  /** The columns to encode as one-hot; they need not stand in `columns` too. Default: none. */
  readonly oneHot?: ColumnChoice;
}

/** Columns of a table as numbers. */
export interface Selection {
  /** n x d' numbers. */
  readonly matrix: Matrix;
  /** d' names: a column keeps its own, an encoded one gives a name for each level but the first. */
  readonly names: readonly string[];
  /** The names of the columns that were read, in order. */
  readonly columns: readonly string[];
  /** How the encoded ones were encoded. */
  readonly transforms: readonly OneHotTransform[];
  /** Text columns that nobody asked for: worth a note. */
  readonly leftOut: readonly string[];
}

/**
 * The columns to fit, as numbers.
 *
 * @throws GaussmixError "columns" for a column that is not there, is asked for twice, or holds text and is not to
 *   be encoded, and when no column is left; "cell" naming the cell that is not a number; "levels" for an encoded
 *   column with a single level
 */
export function selectColumns(table: Table, options: SelectColumnsOptions = {}): Selection {
  const encoded = options.oneHot === undefined ? [] : chooseColumns(table, options.oneHot);
  const isUsable = (column: Column) => column.kind === 'number' || encoded.includes(column);
  const asked =
    options.columns === undefined ? table.columns.filter(isUsable) : chooseColumns(table, options.columns);
  const columns = [...asked, ...encoded.filter((column) => !asked.includes(column))];
  requireSome(table, columns);
  for (const column of columns) if (!isUsable(column)) throw textColumn(table, column);

  const leftOut = options.columns === undefined ? table.columns.filter((column) => !isUsable(column)) : [];
  const transforms = columns
    .filter((column) => encoded.includes(column))
    .map((column) => oneHot.fit(table, column));
  return {
    ...encodeColumns(table, columns, { names: columns.map(({ name }) => name), transforms }),
    columns: columns.map(({ name }) => name),
    transforms,
    leftOut: leftOut.map(({ name }) => name),
  };
}

function requireSome(table: Table, columns: readonly Column[]): void {
  if (columns.length > 0) return;
  throw new GaussmixError(
    'columns',
    `${table.name}: must have a column of numbers, got only text (${listNames(table.columns.map(({ name }) => name))}). ` +
      'Encode text with one-hot; cells are separated by commas, semicolons or tabs.',
  );
}

function textColumn(table: Table, column: Column): GaussmixError {
  const at = column.cells.findIndex((cell) => cellKind(cell) === 'word');
  const got =
    at === -1 ? 'empty cells' : `text such as ${quote(column.cells[at]!.trim())} in line ${table.lines[at]}`;
  return new GaussmixError(
    'columns',
    `${table.name}: column ${quote(column.name)} must hold numbers, got ${got}. Encode it with one-hot, or leave it out.`,
  );
}
