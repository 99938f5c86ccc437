import { log } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import type { Random } from '@gaussmix/random';
import { createNearest, nearestInto } from './nearest-into.ts';
import { requireClusters } from './require-clusters.ts';

/**
 * K rows to start k-means from, far apart: the first at random, each next with a probability in proportion to
 * its squared distance to the nearest row taken. Of 2 + floor(log K) such draws the one is taken that leaves
 * the smallest sum of these distances.
 *
 * Once every row coincides with one taken, the first rows not yet taken follow.
 *
 * @param x  n x d
 * @returns K different indices of rows
 * @throws GaussmixError "clusters", and what asMatrix throws
 *
 * O(n K d log K). Arthur and Vassilvitskii (2007), k-means++: the advantages of careful seeding.
 */
export function kmeansPlusPlus(
  x: MatrixLike,
  { clusters, random }: { clusters: number; random: Random },
): Int32Array {
  const rows = asMatrix(x, 'kmeansPlusPlus');
  requireClusters(clusters, rows.rows, 'kmeansPlusPlus');
  const trials = 2 + Math.floor(log(clusters));
  const taken = new Int32Array(clusters);
  taken[0] = random.integer(rows.rows);
  let nearest = distancesWith(rows, taken[0], undefined);
  for (let k = 1; k < clusters; k++) {
    const candidates = nearest.total > 0 ? draw(nearest, trials, random) : [firstNotIn(taken.subarray(0, k))];
    const tried = candidates.map((i) => ({ i, nearest: distancesWith(rows, i, nearest) }));
    const best = tried.reduce((a, b) => (b.nearest.total < a.nearest.total ? b : a));
    taken[k] = best.i;
    nearest = best.nearest;
  }
  return taken;
}

/** Of each row the squared distance to the nearest row taken, and the sums up to and with each row. */
interface Distances {
  readonly each: Float64Array;
  readonly cumulated: Float64Array;
  readonly total: number;
}

/** The distances when row i is taken beside those taken before. */
function distancesWith(x: Matrix, i: number, before: Distances | undefined): Distances {
  const d = x.columns;
  const row = { data: x.data.subarray(i * d, (i + 1) * d), rows: 1, columns: d };
  const { labels, distances: each } = createNearest(x.rows);
  nearestInto({ labels, distances: each }, x, row);
  const cumulated = new Float64Array(x.rows);
  let total = 0;
  for (let k = 0; k < x.rows; k++) {
    if (before !== undefined) each[k] = Math.min(each[k]!, before.each[k]!);
    total += each[k]!;
    cumulated[k] = total;
  }
  return { each, cumulated, total };
}

function draw({ cumulated, total }: Distances, count: number, random: Random): number[] {
  return Array.from({ length: count }, () => firstAbove(cumulated, random.uniform() * total));
}

/**
 * The first row whose sum exceeds the target: never one at distance 0. The target stays below the total,
 * unless it rounds to it; then the last row that adds anything.
 */
function firstAbove(cumulated: Float64Array, target: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  const total = cumulated[high]!;
  const reached = (i: number) => cumulated[i]! > target || cumulated[i] === total;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function firstNotIn(taken: Int32Array): number {
  let i = 0;
  while (taken.includes(i)) i++;
  return i;
}
