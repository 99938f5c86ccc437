import type { Table } from '@gaussmix/data';
import { adjustedRandIndex, confusionTable } from '@gaussmix/model-selection';

/** How the components agree with a column that they were not told of. */
export interface Comparison {
  readonly column: string;
  /** Hubert & Arabie's index: 1 is the same partition, 0 no more than chance. */
  readonly agreement: number;
  /** The words of the column. */
  readonly words: readonly string[];
  /** Of each word, how many rows most likely belong to each of K components. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Each of some columns beside the components, the one that agrees most first.
 *
 * @param labels  n labels from 0 to K - 1
 * @param options  names of columns of words, and K
 */
export function compareColumns(
  table: Table,
  labels: Int32Array,
  { names, components }: { readonly names: readonly string[]; readonly components: number },
): Comparison[] {
  const columns = table.columns.filter(({ name }) => names.includes(name));
  const comparisons = columns.map(({ name, cells }) => {
    const words = cells.map((cell) => cell.trim());
    const agreement = adjustedRandIndex(words, labels);
    const { rows, columns: found, table: counts } = confusionTable(words, labels);
    const spread = counts.map((row) =>
      Array.from({ length: components }, (_, k) => row[found.indexOf(k)] ?? 0),
    );
    return { column: name, agreement, words: rows.map(String), counts: spread };
  });
  return comparisons.sort((p, q) => q.agreement - p.agreement);
}
