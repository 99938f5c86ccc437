import { columnMeans, covarianceOf } from './column-moments.ts';
import type { Matrix } from './matrix.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** The principal axes of a cloud of rows. */
export interface PrincipalComponents {
  /** d column means. */
  readonly mean: Float64Array;
  /** d x d: row i is the i-th axis, a unit vector whose entry of largest size is positive. */
  readonly axes: Matrix;
  /** d variances along the axes, largest first, with divisor n. Rounding below zero is given as 0. */
  readonly variances: Float64Array;
}

/**
 * Principal components: the eigenvectors of the covariance matrix, most variance first.
 *
 * @param x  n x d
 * @returns mean, axes and variances, in the units of x
 *
 * O(n d^2 + d^3). Jolliffe (2002), section 1.1.
 */
export function principalComponents(x: Matrix): PrincipalComponents {
  const d = x.columns;
  const mean = columnMeans(x);
  const { values, vectors } = symmetricEigen(covarianceOf(x, mean), d);
  const axes = new Float64Array(d * d);
  for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) axes[i * d + j] = vectors[j * d + i]!;
  return { mean, axes: { data: axes, rows: d, columns: d }, variances: values.map((v) => Math.max(0, v)) };
}
