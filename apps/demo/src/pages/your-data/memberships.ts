import { stringifyModel, stringifyTable } from '@gaussmix/data';
import type { Finished } from './finish-fit.ts';

/** In which order rows are listed. */
export type RowOrder = 'file' | 'doubt';

/** One row of the table of memberships. */
export interface Member {
  /** Where the row starts in the file, counted from 1. */
  readonly line: number;
  /** Its cells in the columns that were fitted, as written. */
  readonly cells: readonly string[];
  /** The most likely component, from 0. */
  readonly label: number;
  /** K posterior probabilities. */
  readonly posteriors: readonly number[];
}

/** Rows by the posterior of their most likely component, least first; those alike stay as in the file. */
export function rowsByDoubt({ posteriors, labels }: Finished): Uint32Array {
  const { columns, data } = posteriors;
  const certainty = Float64Array.from(labels, (label, i) => data[i * columns + label]);
  return Uint32Array.from(certainty.keys()).sort((i, j) => certainty[i] - certainty[j] || i - j);
}

/**
 * Some rows of the table of memberships.
 *
 * @param order  all row numbers; as in the file when absent
 */
export function membersFrom(
  { chosen, labels, posteriors }: Finished,
  { from, count, order }: { from: number; count: number; order?: Uint32Array },
): Member[] {
  const { table, prepared } = chosen;
  const columns = prepared.columns.map((name) => table.columns.find((column) => column.name === name));
  const shown = Math.max(0, Math.min(count, labels.length - from));
  return Array.from({ length: shown }, (_, at) => {
    const row = order?.[from + at] ?? from + at;
    const start = row * posteriors.columns;
    return {
      line: table.lines[row],
      cells: columns.map((column) => column?.cells[row].trim() ?? ''),
      label: labels[row],
      posteriors: Array.from(posteriors.data.subarray(start, start + posteriors.columns)),
    };
  });
}

/** What can be taken away. */
export type FileKind = 'model' | 'labels' | 'memberships';

/** The name and the type of each file. */
export const files: Readonly<Record<FileKind, { readonly name: string; readonly type: string }>> = {
  model: { name: 'model.json', type: 'application/json' },
  labels: { name: 'labels.csv', type: 'text/csv' },
  memberships: { name: 'memberships.csv', type: 'text/csv' },
};

/** The text of a file: the model document, or what `gaussmix predict`, or `gaussmix predict --proba`, prints of it. */
export function fileText(finished: Finished, kind: FileKind): string {
  const { document, labels, posteriors } = finished;
  if (kind === 'model') return stringifyModel(document);
  if (kind === 'labels') return stringifyTable(['label'], rowsOf(labels, 1));
  const names = Array.from({ length: posteriors.columns }, (_, k) => `posterior_${k}`);
  return stringifyTable(names, rowsOf(posteriors.data, posteriors.columns));
}

function* rowsOf(data: Int32Array | Float64Array, columns: number) {
  for (let at = 0; at < data.length; at += columns) yield data.subarray(at, at + columns);
}
