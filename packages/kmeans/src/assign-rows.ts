import { BLOCK_ROWS, TreeSum } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { createNearest, type Nearest, nearestInto } from './nearest-into.ts';

/** The rows at their nearest centers, with what the next centers need. */
export interface Assignment extends Nearest {
  /** K numbers of rows. */
  readonly counts: Float64Array;
  /** K x d sums of row - center: about the center, so that they hold their digits. */
  readonly deviations: Float64Array;
  readonly inertia: number;
}

/** Blocks of rows are summed each for itself, in the order of the rows, and then in a fixed tree. */
export function assignRows(x: Matrix, centers: Matrix): Assignment {
  const nearest = createNearest(x.rows);
  nearestInto(nearest, x, centers);
  const size = centers.data.length;
  const tree = new TreeSum(size + centers.rows + 1);
  for (let first = 0; first < x.rows; first += BLOCK_ROWS) {
    const sums = tree.next();
    addBlock(sums, { x, centers, nearest, first });
    tree.push(sums);
  }
  const total = tree.finish();
  return {
    ...nearest,
    counts: total.slice(size, size + centers.rows),
    deviations: total.slice(0, size),
    inertia: total[size + centers.rows]!,
  };
}

/** Adds the rows of a block to K x d deviations, K counts and the inertia. */
function addBlock(
  sums: Float64Array,
  { x, centers, nearest, first }: { x: Matrix; centers: Matrix; nearest: Nearest; first: number },
): void {
  const d = x.columns;
  const values = x.data;
  const about = centers.data;
  const countsAt = about.length;
  const inertiaAt = countsAt + centers.rows;
  const end = Math.min(first + BLOCK_ROWS, x.rows);
  for (let i = first; i < end; i++) {
    const label = nearest.labels[i]!;
    for (let p = i * d, q = label * d; q < (label + 1) * d; p++, q++) sums[q]! += values[p]! - about[q]!;
    sums[countsAt + label]! += 1;
    sums[inertiaAt]! += nearest.distances[i]!;
  }
}
