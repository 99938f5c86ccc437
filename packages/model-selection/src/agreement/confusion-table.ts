import { bestMatching } from './best-matching.ts';
import { contingencyOf } from './contingency.ts';
import type { Labels } from './labels.ts';

/** How labels and clusters cross, and how many rows agree when clusters are named as well as they can be. Plain data. */
export interface ConfusionTable {
  /** The labels, a row of the table each: numbers ascending, then text by code units. */
  readonly rows: readonly (number | string)[];
  /** The clusters, a column of the table each, in the same order. */
  readonly columns: readonly (number | string)[];
  /** `table[r][c]`: how many rows have label `rows[r]` and are in cluster `columns[c]`. */
  readonly table: readonly (readonly number[])[];
  /** The column that stands for each label; undefined for labels left over, where clusters are fewer. */
  readonly matching: readonly (number | undefined)[];
  /** Rows whose cluster stands for their label. */
  readonly matched: number;
  /** All other rows. */
  readonly misclassified: number;
  /** matched / n */
  readonly accuracy: number;
}

/**
 * Counts labels against clusters, and matches each label with at most one cluster, so that most rows agree.
 * There is no better matching. A cluster that stands for no label counts as misclassified.
 *
 * @param labels  what is known of each row
 * @param clusters  the cluster of each row
 * @returns the table, the matching, and what it gets right; accuracy is 1 when there are no rows
 * @throws GaussmixError "shape" when there are more labels than clusters, or fewer
 *
 * O(n + k^3), k the number of labels or of clusters. The matching is Kuhn's (1955).
 */
export function confusionTable(labels: Labels, clusters: Labels): ConfusionTable {
  const { n, first, second, cells } = contingencyOf('confusionTable', labels, clusters);
  const rows = [...first.labels].sort(numbersFirst);
  const columns = [...second.labels].sort(numbersFirst);
  const rowOf = placesOf(rows);
  const columnOf = placesOf(columns);
  const table = rows.map(() => columns.map(() => 0));
  for (const { row, column, count } of cells) {
    table[rowOf.get(first.labels[row]!)!]![columnOf.get(second.labels[column]!)!] = count;
  }
  const matching = bestMatching(table);
  const matched = matching.reduce<number>(
    (sum, column, row) => sum + (column === undefined ? 0 : table[row]![column]!),
    0,
  );
  const accuracy = n === 0 ? 1 : matched / n;
  return { rows, columns, table, matching, matched, misclassified: n - matched, accuracy };
}

function placesOf(labels: readonly (number | string)[]): Map<number | string, number> {
  return new Map(labels.map((label, place) => [label, place]));
}

function numbersFirst(a: number | string, b: number | string): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
