import { columnMeans, type Matrix } from '@gaussmix/linalg';

/** The groups of rows that are left, each known by the number of its first initial group. */
export interface Groups {
  /** d */
  readonly dimension: number;
  /** How many rows there are in all. */
  readonly rows: number;
  /** By number of the group: how many rows it has. */
  readonly counts: Float64Array;
  /** By number of the group: d coordinates of its mean, from the mean of all rows. */
  readonly means: Float64Array;
  /** The numbers of the groups that are left, ascending, in the first `left` places. */
  readonly alive: Int32Array;
  /** How many groups are left. */
  left: number;
  /** Sum over all rows of the squared distance to the mean of all. */
  readonly totalTrace: number;
  /** The n rows, from the mean of all. */
  readonly deviations: Float64Array;
  /** The group that each row begins in. */
  readonly labels: Int32Array;
}

/**
 * The initial groups of a partition.
 *
 * @param x  n x d
 * @param labels  n groups, counted from 0, none empty
 */
export function initialGroups(x: Matrix, labels: Int32Array): Groups {
  const { rows, columns: d } = x;
  const center = columnMeans(x);
  const deviations = x.data.map((value, at) => value - center[at % d]!);
  const groups = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
  const counts = new Float64Array(groups);
  const means = new Float64Array(groups * d);
  let totalTrace = 0;
  for (let i = 0; i < rows; i++) {
    const group = labels[i]!;
    const count = counts[group]! + 1;
    counts[group] = count;
    for (let k = 0; k < d; k++) {
      const value = deviations[i * d + k]!;
      const mean = means[group * d + k]!;
      means[group * d + k] = mean + (value - mean) / count;
      totalTrace += value * value;
    }
  }
  const alive = Int32Array.from({ length: groups }, (_, group) => group);
  return { dimension: d, rows, counts, means, alive, left: groups, totalTrace, deviations, labels };
}

/** Group b becomes part of group a < b: its rows count there, and its number is free. */
export function joinGroups(groups: Groups, a: number, b: number): void {
  const { dimension: d, counts, means, alive } = groups;
  const count = counts[a]! + counts[b]!;
  const share = counts[b]! / count;
  for (let k = 0; k < d; k++) {
    const mean = means[a * d + k]!;
    means[a * d + k] = mean + share * (means[b * d + k]! - mean);
  }
  counts[a] = count;
  alive.copyWithin(placeOf(groups, b), placeOf(groups, b) + 1, groups.left);
  groups.left--;
}

/** Where a group stands among those that are left. */
export function placeOf({ alive, left }: Groups, group: number): number {
  let low = 0;
  let high = left - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (alive[middle]! < group) low = middle + 1;
    else high = middle;
  }
  return low;
}
