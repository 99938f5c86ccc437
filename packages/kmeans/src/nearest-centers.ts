import { BLOCK_ROWS, type ClusterKernels, GaussmixError } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import { asMatrix, type MatrixLike } from '@gaussmix/linalg';

/**
 * The nearest center to each row: what k-means predicts for rows that it has not seen.
 *
 * @param x  n x d
 * @param centers  K x d
 * @param options  the hot loops; `simdKernels()` when absent. The same bits whichever
 * @returns n labels from 0 to K - 1, the first where several centers are as near
 * @throws GaussmixError "shape" when the columns differ, and what asMatrix throws
 */
export function nearestCenters(
  x: MatrixLike,
  centers: MatrixLike,
  { kernels = simdKernels() }: { kernels?: ClusterKernels } = {},
): Int32Array {
  const where = 'nearestCenters';
  const { data, rows: n, columns: d } = asMatrix(x, where);
  const to = asMatrix(centers, `${where}, centers`);
  if (d !== to.columns) {
    throw new GaussmixError(
      'shape',
      `${where}: x must have as many columns as the centers (${to.columns}), got ${d}`,
    );
  }
  const origin = new Float64Array(d);
  const find = kernels.nearestCenter({ clusters: to.rows, dimension: d, origin, values: to.data });
  const labels = new Int32Array(n);
  for (let from = 0; from < n; from += BLOCK_ROWS) {
    const batch = Int32Array.from({ length: Math.min(BLOCK_ROWS, n - from) }, (_, i) => from + i);
    labels.set(find(data, batch).labels.subarray(0, batch.length), from);
  }
  return labels;
}
