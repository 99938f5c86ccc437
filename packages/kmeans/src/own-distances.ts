import type { PlacedRows } from '@gaussmix/kernels';
import { BLOCK_ROWS, TreeSum } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';

/** Which center each row has. */
export interface Placing {
  readonly data: PlacedRows;
  /** K x d, less the origin. */
  readonly centers: Matrix;
  /** n labels. */
  readonly labels: Int32Array;
}

/** Sum of the squared distances: the even and the odd rows of a block apart, blocks in a fixed tree. */
export function inertiaOf(placing: Placing): number {
  const n = placing.labels.length;
  const block = new Float64Array(BLOCK_ROWS);
  const tree = new TreeSum(1);
  for (let from = 0; from < n; from += BLOCK_ROWS) {
    const size = Math.min(BLOCK_ROWS, n - from);
    ownDistancesInto(block.subarray(0, size), placing, from);
    const sums = tree.next();
    let odd = 0;
    for (let i = 0; i < size; i += 2) sums[0]! += block[i]!;
    for (let i = 1; i < size; i += 2) odd += block[i]!;
    sums[0]! += odd;
    tree.push(sums);
  }
  return tree.finish()[0]!;
}

/**
 * The squared distances of rows to the centers that they have, two rows at a time.
 *
 * @param from  the first row; as many follow as there is room in `out`
 */
export function ownDistancesInto(out: Float64Array, { data, centers, labels }: Placing, from: number): void {
  const { rows, origin } = data;
  const d = rows.columns;
  const x = rows.data;
  const about = centers.data;
  const n = out.length;
  for (let i = 0; i < n; i += 2) {
    const next = i + 1 < n ? i + 1 : i;
    const p = (from + i) * d;
    const p2 = (from + next) * d;
    const q = labels[from + i]! * d;
    const q2 = labels[from + next]! * d;
    let distance = 0;
    let distance2 = 0;
    for (let j = 0; j < d; j++) {
      const difference = x[p + j]! - origin[j]! - about[q + j]!;
      const difference2 = x[p2 + j]! - origin[j]! - about[q2 + j]!;
      distance += difference * difference;
      distance2 += difference2 * difference2;
    }
    out[i] = distance;
    out[next] = distance2;
  }
}
