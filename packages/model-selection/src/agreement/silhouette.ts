import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { contingencyOf } from './contingency.ts';
import type { Labels } from './labels.ts';

/** How much nearer rows are to their own cluster than to the next one. */
export interface Silhouette {
  /** One for each row, from -1 to 1. */
  readonly perRow: Float64Array;
  /** Their mean. */
  readonly mean: number;
}

/**
 * How well each row lies in its cluster: near 1 well inside, near 0 between two, below 0 rather in another.
 *
 *   s_i = (b_i - a_i) / max(a_i, b_i)
 *
 * a_i is the mean Euclidean distance from row i to the others of its cluster, b_i the least mean distance to the
 * rows of another one. A row alone in its cluster has 0, and so has one without any distance: scikit-learn's
 * conventions. Distances have the units of the columns, so standardize what differs in scale. Round clusters
 * do well by it; a long one may be right and score low.
 *
 * @param x  n x d
 * @param labels  the cluster of each row
 * @returns the silhouette of each row, and the mean
 * @throws GaussmixError "shape" when labels and rows differ in number; "labels" unless there are from 2 to n - 1
 *   clusters
 *
 * O(n^2 d), no distances kept: seconds at ten thousand rows, hours at a million; there, take a sample of the rows.
 * Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, 53-65.
 */
export function silhouette(x: MatrixLike, labels: Labels): Silhouette {
  const matrix = asMatrix(x, 'silhouette');
  const { sizes, cluster } = clustersOf(labels, matrix.rows);
  const totals = new Float64Array(sizes.length);
  const perRow = new Float64Array(matrix.rows).map((_, i) => {
    distancesToClusters(totals, { matrix, cluster, row: i });
    return silhouetteOf(totals, sizes, cluster[i]!);
  });
  return { perRow, mean: perRow.reduce((sum, value) => sum + value, 0) / perRow.length };
}

function clustersOf(labels: Labels, rows: number) {
  if (labels.length !== rows) {
    throw new GaussmixError(
      'shape',
      `silhouette: labels must name the cluster of each of the ${rows} rows, got ${labels.length} of them.`,
    );
  }
  const { labels: names, sizes } = contingencyOf('silhouette', labels, labels).first;
  if (sizes.length < 2 || sizes.length > rows - 1) {
    throw new GaussmixError(
      'labels',
      `silhouette: labels must name from 2 clusters to one less than the number of rows (${rows}), ` +
        `got ${sizes.length}.`,
    );
  }
  const numbers = new Map(names.map((name, number) => [name, number]));
  return { sizes, cluster: Int32Array.from(Array.from(labels, (label) => numbers.get(label)!)) };
}

/** totals[k] becomes the sum of the distances from one row to all rows of cluster k. */
function distancesToClusters(
  totals: Float64Array,
  { matrix: { data, rows, columns }, cluster, row }: { matrix: Matrix; cluster: Int32Array; row: number },
): void {
  totals.fill(0);
  const own = row * columns;
  for (let i = 0, at = 0; i < rows; i++, at += columns) {
    let square = 0;
    for (let j = 0; j < columns; j++) {
      const difference = data[at + j]! - data[own + j]!;
      square += difference * difference;
    }
    totals[cluster[i]!]! += Math.sqrt(square);
  }
}

function silhouetteOf(totals: Float64Array, sizes: readonly number[], own: number): number {
  if (sizes[own] === 1) return 0;
  const within = totals[own]! / (sizes[own]! - 1);
  const next = sizes.reduce(
    (least, size, k) => (k === own ? least : Math.min(least, totals[k]! / size)),
    Infinity,
  );
  const larger = Math.max(within, next);
  return larger > 0 ? (next - within) / larger : 0;
}
