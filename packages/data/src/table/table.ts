/** One column of a table, as it was written. */
export interface Column {
  /** From the header, or `x` and the number of the column. No two columns of a table share a name. */
  readonly name: string;
  /** "number" unless more of its cells are words than are numbers, or all are empty. */
  readonly kind: 'number' | 'text';
  /** n cells, without the quotes around them. */
  readonly cells: readonly string[];
}

/** What a CSV or TSV file holds. Plain data. */
export interface Table {
  /** The name of the file, for messages. */
  readonly name: string;
  /** Whether the columns' names come from the file. */
  readonly header: boolean;
  /** n, the header not counted. */
  readonly rows: number;
  /** d columns, at least one. */
  readonly columns: readonly Column[];
  /** n line numbers, counted from 1: where each row starts in the file. */
  readonly lines: readonly number[];
}

/** What may stand between the cells of a line. */
export type Delimiter = ',' | '\t' | ';';
