import {
  asMatrix,
  columnMeans,
  covarianceOf,
  createMatrix,
  type Matrix,
  type MatrixLike,
  symmetricEigen,
} from '@gaussmix/linalg';

/** Of a correlation matrix, what rounding alone may leave of a variance that is 0. */
const ROUNDING = 1e-13;

/**
 * Rows in the coordinates that mclust begins its trees in: columns standardized, Z = U D V^T, and
 *
 *   U D^1/2 = Z V D^-1/2
 *
 * half-way between principal components (U D) and whitened rows (U). Columns that are constant, and directions without
 * variance, are left out. Scrucca & Raftery (2015), Advances in Data Analysis and Classification 9, 447-460.
 *
 * @param x  n x d
 * @returns n rows of as many columns as there are directions, most variance first, and one of zeros where there is none
 * @throws what asMatrix throws
 *
 * O(n d^2 + d^3).
 */
export function scaledSvd(x: MatrixLike): Matrix {
  const z = standardized(asMatrix(x, 'scaledSvd'));
  const { rows, columns: d } = z;
  // Z^T Z / n = V (D^2 / n) V^T
  const { values, vectors } = symmetricEigen(covarianceOf(z, new Float64Array(d)), d);
  const kept = values.filter((value) => value > ROUNDING * d).length;
  const placed = createMatrix(rows, Math.max(kept, 1));
  for (let j = 0; j < kept; j++) {
    const scale = 1 / Math.sqrt(Math.sqrt(values[j]! * rows));
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += z.data[i * d + k]! * vectors[k * d + j]!;
      placed.data[i * kept + j] = sum * scale;
    }
  }
  return placed;
}

/** Columns less their means, over their standard deviations with divisor n - 1; of zeros where a column is constant. */
function standardized(x: Matrix): Matrix {
  const { data, rows, columns: d } = x;
  const means = columnMeans(x);
  const squares = new Float64Array(d);
  const deviations = data.map((value, at) => value - means[at % d]!);
  for (let at = 0; at < data.length; at++) {
    const deviation = deviations[at]!;
    squares[at % d] = squares[at % d]! + deviation * deviation;
  }
  const scales = squares.map((sum) => (sum > 0 ? Math.sqrt((rows - 1) / sum) : 0));
  return { data: deviations.map((value, at) => value * scales[at % d]!), rows, columns: d };
}
