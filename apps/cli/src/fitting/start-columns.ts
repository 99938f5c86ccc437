import { chooseColumns, type ModelDocument, type Table } from '@gaussmix/data';
import { blamingOptions, usageError } from '../command-error.ts';

/** What decides which columns are fitted. */
export interface ColumnDemand {
  /** --columns, as typed. */
  readonly columns?: string;
  /** --initial-labels, as typed. */
  readonly initialLabels?: string;
  /** The model of --initial. */
  readonly start?: ModelDocument;
}

/** The columns to fit, and the one with the labels to start from. */
export interface StartColumns {
  /** The table without the column of labels. */
  readonly table: Table;
  /** Names of the columns to fit; undefined for all that hold numbers. */
  readonly columns?: readonly string[];
  /** The cells that hold the labels. */
  readonly labels?: { readonly name: string; readonly cells: readonly string[] };
}

/**
 * Which columns of a table are fitted: those asked for; else those of the model to start from, if the table has
 * them; else all that hold numbers. The labels to start from are never among them.
 *
 * @throws CommandError of the command line for a column that is not there
 */
export function startColumns(table: Table, demand: ColumnDemand): StartColumns {
  const choose = (choice: string | readonly string[]) =>
    blamingOptions(['columns'], () => chooseColumns(table, choice));
  const labels = demand.initialLabels === undefined ? undefined : choose([demand.initialLabels])[0]!;
  const chosen = demand.columns === undefined ? undefined : choose(demand.columns).map(({ name }) => name);
  if (labels && chosen?.includes(labels.name)) {
    throw usageError(
      `--columns must not hold the column of --initial-labels, got ${JSON.stringify(labels.name)} in both.`,
    );
  }
  return {
    table: labels ? { ...table, columns: table.columns.filter((column) => column !== labels) } : table,
    columns: chosen ?? columnsOfModel(table, demand.start),
    labels,
  };
}

function columnsOfModel(table: Table, start: ModelDocument | undefined): readonly string[] | undefined {
  const names = new Set(table.columns.map(({ name }) => name));
  return start?.columns.every((name) => names.has(name)) ? start.columns : undefined;
}
