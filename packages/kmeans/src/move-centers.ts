import type { Matrix } from '@gaussmix/linalg';
import type { Assignment } from './assign-rows.ts';

/**
 * Each center moved to the mean of its rows. A center without rows takes one: the row farthest from its own
 * center, among those that do not sit alone. So no center is lost, and the inertia still falls.
 *
 * @param x  n x d, n >= K
 * @param centers  K x d, as the assignment found them
 * @returns K x d
 */
export function moveCenters(x: Matrix, centers: Matrix, assignment: Assignment): Matrix {
  const d = x.columns;
  const labels = assignment.labels.slice();
  const counts = assignment.counts.slice();
  const deviations = assignment.deviations.slice();
  const moved: Matrix = { data: centers.data.slice(), rows: centers.rows, columns: d };
  for (let k = 0; k < centers.rows; k++) {
    if (assignment.counts[k] !== 0) continue;
    const i = farthestRow({ labels, counts, distances: assignment.distances });
    const from = labels[i]!;
    for (let j = 0; j < d; j++) {
      deviations[from * d + j]! -= x.data[i * d + j]! - centers.data[from * d + j]!;
      moved.data[k * d + j] = x.data[i * d + j]!;
    }
    labels[i] = k;
    counts[from]! -= 1;
    counts[k] = 1;
  }
  for (let k = 0; k < centers.rows; k++) {
    for (let j = k * d; j < (k + 1) * d; j++) moved.data[j]! += deviations[j]! / counts[k]!;
  }
  return moved;
}

/** There is always one: n rows in fewer than K <= n clusters leave a cluster with two. */
function farthestRow(at: { labels: Int32Array; counts: Float64Array; distances: Float64Array }): number {
  let farthest = -1;
  at.distances.forEach((distance, i) => {
    if (at.counts[at.labels[i]!]! < 2) return;
    if (farthest < 0 || distance > at.distances[farthest]!) farthest = i;
  });
  return farthest;
}
