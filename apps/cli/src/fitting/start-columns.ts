import { type Column, chooseColumns, type ModelDocument, type Table } from '@gaussmix/data';
import { blamingOption, usageError } from '../command-error.ts';

/** What decides which columns are fitted. */
export interface ColumnDemand {
  /** --columns, as typed. */
  readonly columns?: string;
  /** --one-hot, as typed. */
  readonly oneHot?: string;
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
  /** Names of the columns to encode. */
  readonly oneHot?: readonly string[];
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
  const labels =
    demand.initialLabels === undefined
      ? undefined
      : chosenBy('--initial-labels', table, [demand.initialLabels])[0]!;
  const columns = namesChosen('--columns', table, demand.columns);
  const oneHot = namesChosen('--one-hot', table, demand.oneHot);
  for (const [option, names] of Object.entries({ '--columns': columns, '--one-hot': oneHot })) {
    if (!labels || !names?.includes(labels.name)) continue;
    throw usageError(
      `${option} must not hold the column of --initial-labels, got ${JSON.stringify(labels.name)} in both.`,
    );
  }
  return {
    table: labels ? { ...table, columns: table.columns.filter((column) => column !== labels) } : table,
    columns: columns ?? columnsOfModel(table, demand.start),
    oneHot,
    labels,
  };
}

function namesChosen(
  option: string,
  table: Table,
  choice: string | undefined,
): readonly string[] | undefined {
  return choice === undefined ? undefined : chosenBy(option, table, choice).map(({ name }) => name);
}

/** The columns that an option chooses. @throws CommandError of the command line for one that is not there */
export function chosenBy(
  option: string,
  table: Table,
  choice: string | readonly string[],
): readonly Column[] {
  const rename = (message: string) => message.replace(': columns must', `: ${option} must`);
  return blamingOption({ codes: ['columns'], rename }, () => chooseColumns(table, choice));
}

function columnsOfModel(table: Table, start: ModelDocument | undefined): readonly string[] | undefined {
  const names = new Set(table.columns.map(({ name }) => name));
  return start?.columns.every((name) => names.has(name)) ? start.columns : undefined;
}
