import { GaussmixError } from '@gaussmix/kernels';
import { listNames } from './list-names.ts';
import { quote } from './quote.ts';
import type { Column, Table } from './table.ts';

/**
 * Columns by name or by number, counted from 1: a list, or one text with commas between them. In such a text a name that
 * holds a comma stands in double quotes, as in CSV.
 */
export type ColumnChoice = string | readonly string[];

/**
 * The columns that a person asked for, in the order asked for. An exact name comes before a number, so that a
 * column called "2019" can be had by its name.
 *
 * @throws GaussmixError "columns" when one is not there, or is asked for twice
 */
export function chooseColumns(table: Table, choice: ColumnChoice): readonly Column[] {
  const wanted = typeof choice === 'string' ? piecesOf(choice) : choice;
  const chosen = wanted.map((each) => findColumn(table, each.trim()));
  const twice = chosen.find((column, i) => chosen.indexOf(column) !== i);
  if (twice) {
    throw new GaussmixError(
      'columns',
      `${table.name}: columns must be named once each, got ${quote(twice.name)} twice.`,
    );
  }
  return chosen;
}

function findColumn(table: Table, wanted: string): Column {
  const { columns } = table;
  const number = /^\d+$/.test(wanted) ? Number(wanted) : 0;
  const found = columns.find(({ name }) => name === wanted) ?? columns[number - 1];
  if (found) return found;
  throw new GaussmixError(
    'columns',
    `${table.name}: columns must be names or numbers from 1 to ${columns.length}, got ${quote(wanted)}. ` +
      `The names are ${listNames(columns.map(({ name }) => asTyped(name)))}.`,
  );
}

/** The pieces of a text between its commas, without the quotes of those that are quoted. */
function piecesOf(text: string): string[] {
  const piece = /\s*"((?:[^"]|"")*)"\s*(?:,|$)|([^,]*)(?:,|$)/y;
  const pieces: string[] = [];
  for (let more = true; more; ) {
    const [whole, quoted, plain] = piece.exec(text)!;
    pieces.push(quoted?.replaceAll('""', '"') ?? plain!);
    more = whole.endsWith(',');
  }
  return pieces;
}

/** A name as it must be typed between commas. */
function asTyped(name: string): string {
  return name.includes(',') ? `"${name.replaceAll('"', '""')}"` : name;
}
