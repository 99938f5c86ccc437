/** Sums of the rows of each cluster, in twice the working precision: rows come and go without a trace. */
export interface ClusterSums {
  /** K x d. */
  readonly sums: Float64Array;
  /** K x d: what the roundings of the sums have lost. */
  readonly lost: Float64Array;
}

/** Rows that change their cluster. */
export interface Moves {
  /** Row-major rows of d numbers. */
  readonly rows: Float64Array;
  /** d numbers that every row loses first. */
  readonly origin: Float64Array;
  /** At most 1,024 indices of rows, rising. */
  readonly chosen: Int32Array;
  /** The cluster that each of them leaves; -1 for none. */
  readonly from: Int32Array;
  /** The cluster that each of them joins. */
  readonly to: Int32Array;
}

/**
 * Takes rows from the sums of one cluster to those of another, in order, each number by Knuth's TwoSum:
 *
 *   s = fl(S + x),   S + x = s + e exactly
 *
 * Knuth, vol. 2, 4.2.2, theorem B.
 */
export function moveRows(sums: ClusterSums, { rows, origin, chosen, from, to }: Moves): void {
  const d = origin.length;
  const row = new Float64Array(d);
  for (let i = 0; i < chosen.length; i++) {
    const at = chosen[i]! * d;
    for (let j = 0; j < d; j++) row[j] = rows[at + j]! - origin[j]!;
    addRow(sums, row, to[i]! * d);
    if (from[i]! < 0) continue;
    for (let j = 0; j < d; j++) row[j] = -row[j]!;
    addRow(sums, row, from[i]! * d);
  }
}

function addRow({ sums, lost }: ClusterSums, row: Float64Array, at: number): void {
  for (let j = 0, p = at; j < row.length; j++, p++) {
    const x = row[j]!;
    const sum = sums[p]!;
    const next = sum + x;
    const rounded = next - sum;
    sums[p] = next;
    lost[p]! += sum - (next - rounded) + (x - rounded);
  }
}
