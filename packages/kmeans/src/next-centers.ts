import type { ClusterKernels, ClusterSums } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { meanOfSum } from './mean-of-sum.ts';
import { ownDistancesInto, type Placing } from './own-distances.ts';

/** Rows at centers, and what the next centers are made of. */
export interface Clusters extends Placing {
  /** K numbers of rows. */
  readonly counts: Float64Array;
  readonly sums: ClusterSums;
}

/**
 * Each center moved to the mean of its rows. A center without rows takes one: the row farthest from its own
 * center, among those that do not sit alone. So no center is lost, and the inertia still falls.
 *
 * @param clusters  n >= K rows
 * @returns K x d, less the origin
 */
export function nextCenters(clusters: Clusters, kernels: ClusterKernels): Matrix {
  const { rows, columns: d } = clusters.centers;
  const { counts, sums } = clusters.counts.includes(0) ? withNoneEmpty(clusters, kernels) : clusters;
  const data = new Float64Array(rows * d);
  for (let k = 0, p = 0; k < rows; k++) {
    for (let j = 0; j < d; j++, p++) data[p] = meanOfSum(sums.sums[p]!, sums.lost[p]!, counts[k]!);
  }
  return { data, rows, columns: d };
}

function withNoneEmpty(clusters: Clusters, kernels: ClusterKernels): Clusters {
  const { data } = clusters;
  const labels = clusters.labels.slice();
  const counts = clusters.counts.slice();
  const sums = { sums: clusters.sums.sums.slice(), lost: clusters.sums.lost.slice() };
  const distances = new Float64Array(labels.length);
  ownDistancesInto(distances, clusters, 0);
  for (let k = 0; k < counts.length; k++) {
    if (clusters.counts[k] !== 0) continue;
    const i = farthestRow({ labels, counts, distances });
    const from = labels[i]!;
    kernels.moveRows(sums, {
      rows: data.rows.data,
      origin: data.origin,
      chosen: Int32Array.of(i),
      from: Int32Array.of(from),
      to: Int32Array.of(k),
    });
    labels[i] = k;
    counts[from]! -= 1;
    counts[k] = 1;
  }
  return { ...clusters, labels, counts, sums };
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
