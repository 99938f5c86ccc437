import { GaussmixError } from '@gaussmix/kernels';
import { type ColumnChoice, chooseColumns } from './choose-columns.ts';
import { listNames } from './list-names.ts';
import { quote } from './quote.ts';
import type { Column, Table } from './table.ts';

export interface MatchColumnsOptions {
  /** What messages begin with. Default "applyTransforms". */
  readonly where?: string;
  /** What messages call the model. Default "the model". */
  readonly model?: string;
  /** The columns of the table that stand for the model's, in its order. */
  readonly columns?: ColumnChoice;
}

/**
 * The columns of a table that a model needs: those chosen; else those of the same names; else, in a table without
 * a header that has as many columns as the model, those in the same places.
 *
 * @param wanted  the names of the model's columns
 * @returns as many columns, in the model's order
 * @throws GaussmixError "columns" naming those that are not there
 */
export function matchColumns(
  table: Table,
  wanted: readonly string[],
  options: MatchColumnsOptions = {},
): readonly Column[] {
  const { where = 'applyTransforms', model = 'the model' } = options;
  if (options.columns !== undefined) {
    const chosen = chooseColumns(table, options.columns);
    if (chosen.length === wanted.length) return chosen;
    throw new GaussmixError(
      'columns',
      `${where}: ${model} needs ${count(wanted.length)} (${listNames(wanted)}), got ${chosen.length}. ` +
        'Choose as many, in this order.',
    );
  }
  const found = wanted.map((name) => table.columns.find((column) => column.name === name));
  if (found.every((column) => column !== undefined)) return found;
  if (table.header) throw missingColumns(table, wanted, { where, model });
  if (table.columns.length === wanted.length) return table.columns;
  throw new GaussmixError(
    'columns',
    `${where}: ${model} needs ${count(wanted.length)} (${listNames(wanted)}), ` +
      `${table.name} has ${table.columns.length} and no header. Give it a header with these names, or choose its columns in this order.`,
  );
}

function missingColumns(
  table: Table,
  wanted: readonly string[],
  who: { where: string; model: string },
): GaussmixError {
  const has = table.columns.map(({ name }) => name);
  const missing = wanted.filter((name) => !has.includes(name));
  return new GaussmixError(
    'columns',
    `${who.where}: ${who.model} needs column${missing.length > 1 ? 's' : ''} ${listNames(missing.map(quote))}, ` +
      `${table.name} has ${listNames(has)}. Rename its columns, or choose them in the model's order (${listNames(wanted)}).`,
  );
}

function count(columns: number): string {
  return columns === 1 ? '1 column' : `${columns} columns`;
}
