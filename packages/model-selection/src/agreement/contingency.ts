import { GaussmixError } from '@gaussmix/kernels';
import type { Labels } from './labels.ts';

/** One side of a contingency: the labels in order of appearance, and how many rows have each. */
export interface Side {
  readonly labels: readonly (number | string)[];
  readonly sizes: readonly number[];
}

/** Rows that have the same labels in both partitions. */
export interface ContingencyCell {
  /** The number of their label on the first side. */
  readonly row: number;
  /** The number of their label on the second side. */
  readonly column: number;
  /** How many they are, at least 1. */
  readonly count: number;
}

/** How two partitions cross: all that measures of their agreement read. */
export interface Contingency {
  /** n, the rows that both partitions label. */
  readonly n: number;
  readonly first: Side;
  readonly second: Side;
  /** The pairs of labels that occur, at most n. */
  readonly cells: readonly ContingencyCell[];
}

/**
 * Counts how often each label of one partition meets each of another. O(n), whatever the number of labels.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError "shape" when one partition labels more rows than the other
 */
export function contingencyOf(where: string, first: Labels, second: Labels): Contingency {
  if (first.length !== second.length) {
    throw new GaussmixError(
      'shape',
      `${where}: both partitions must label the same rows, ` +
        `got ${first.length} labels and ${second.length} labels.`,
    );
  }
  const n = first.length;
  const rows = numbered(first);
  const columns = numbered(second);
  const counts = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const key = rows.numbers[i]! * n + columns.numbers[i]!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = Array.from(counts, ([key, count]) => ({
    row: Math.floor(key / n),
    column: key % n,
    count,
  }));
  return { n, first: rows.side, second: columns.side, cells };
}

/** The labels as 0, 1, 2, ... in order of appearance, and what each stands for. */
function numbered(labels: Labels): { numbers: Float64Array; side: Side } {
  const known = new Map<number | string, number>();
  const sizes: number[] = [];
  const numbers = new Float64Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    const number = known.get(label) ?? known.size;
    known.set(label, number);
    sizes[number] = (sizes[number] ?? 0) + 1;
    numbers[i] = number;
  }
  return { numbers, side: { labels: [...known.keys()], sizes } };
}

/** Whether both partitions are the same, up to the names of the labels. */
export function isSamePartition({ first, second, cells }: Contingency): boolean {
  return cells.length === first.sizes.length && cells.length === second.sizes.length;
}
