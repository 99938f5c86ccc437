import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type MatrixLike } from '@gaussmix/linalg';
import { createNearest, nearestInto } from './nearest-into.ts';

/**
 * The nearest center to each row: what k-means predicts for rows that it has not seen.
 *
 * @param x  n x d
 * @param centers  K x d
 * @returns n labels from 0 to K - 1, the first where several centers are as near
 * @throws GaussmixError "shape" when the columns differ, and what asMatrix throws
 */
export function nearestCenters(x: MatrixLike, centers: MatrixLike): Int32Array {
  const where = 'nearestCenters';
  const rows = asMatrix(x, where);
  const to = asMatrix(centers, `${where}, centers`);
  if (rows.columns !== to.columns) {
    throw new GaussmixError(
      'shape',
      `${where}: x must have as many columns as the centers (${to.columns}), got ${rows.columns}`,
    );
  }
  const nearest = createNearest(rows.rows);
  nearestInto(nearest, rows, to);
  return nearest.labels;
}
