import { type Covariance, dimensionOf, type LowRankCovariance, toFactor } from '@gaussmix/covariance';

/**
 * A factor of the covariance of some of the columns: rows and columns A of Sigma.
 *
 *   Sigma = L L^T,   Sigma[A, A] = L[A, :] L[A, :]^T = M M^T,   L[A, :] = M Q,  Q orthogonal
 *
 * M comes from the rows of L by reflections, not from a product that is factored again, so that a component
 * much thinner in one direction than in another keeps its digits and never fails to factor.
 *
 * @param columns  A, m different columns, counted from 0; the caller has checked them
 * @returns M, m x m row-major, lower triangular with a positive diagonal
 *
 * Of low rank, L[A, :] is the loadings of A beside the roots of their noise, and no d x d matrix is made. O(d m^2), or
 * O((q + m) m^2). Golub & Van Loan (2013), section 5.2.
 */
export function marginalFactor(covariance: Covariance, columns: readonly number[]): Float64Array {
  const m = columns.length;
  const rows = factorRows(covariance, columns);
  const width = rows.length / m;
  for (let i = 0; i < m; i++) reflectRow(rows, { row: i, rows: m, columns: width });
  const factor = new Float64Array(m * m);
  for (let j = 0; j < m; j++) {
    const sign = rows[j * width + j]! < 0 ? -1 : 1;
    for (let i = j; i < m; i++) factor[i * m + j] = sign * rows[i * width + j]!;
    // A direction that rounds to nothing is as thin as a rounding error: the covariance stays positive definite.
    if (factor[j * m + j] === 0) {
      const largest = factor
        .subarray(j * m, j * m + j)
        .reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
      factor[j * m + j] = Number.EPSILON * largest;
    }
  }
  return factor;
}

/** Rows `columns` of L or of another square root of Sigma, m x d or, of low rank, m x (q + m). */
function factorRows(covariance: Covariance, columns: readonly number[]): Float64Array {
  if (covariance.form === 'low-rank') return lowRankRows(covariance, columns);
  const d = dimensionOf(covariance);
  const factor = toFactor(covariance);
  const rows = new Float64Array(columns.length * d);
  columns.forEach((column, i) => {
    rows.set(factor.subarray(column * d, (column + 1) * d), i * d);
  });
  return rows;
}

/** Columns of the root of the noise first, so that there is something on the diagonal to reflect on. */
function lowRankRows({ loadings, noise }: LowRankCovariance, columns: readonly number[]): Float64Array {
  const m = columns.length;
  const q = loadings.length / noise.length;
  const rows = new Float64Array(m * (m + q));
  columns.forEach((j, i) => {
    rows[i * (m + q) + i] = Math.sqrt(noise[j]!);
    rows.set(loadings.subarray(j * q, (j + 1) * q), i * (m + q) + m);
  });
  return rows;
}

/**
 * Applies to rows i and below the Householder reflection that leaves row i zero beyond column i.
 * Lengths are taken relative to the row's largest entry, so that no square under- or overflows.
 */
function reflectRow(
  a: Float64Array,
  { row, rows, columns }: { row: number; rows: number; columns: number },
): void {
  const start = row * columns;
  let [largest, tail] = [Math.abs(a[start + row]!), 0];
  for (let j = row + 1; j < columns; j++) tail = Math.max(tail, Math.abs(a[start + j]!));
  if (tail === 0) return;
  largest = Math.max(largest, tail);
  const v = Float64Array.from({ length: columns }, (_, j) => (j < row ? 0 : a[start + j]! / largest));
  const length = Math.sqrt(dot(v, v, 0));
  v[row] = v[row]! + (v[row]! < 0 ? -length : length);
  const squared = dot(v, v, 0);
  for (let i = row; i < rows; i++) {
    const factor = (2 * dot(v, a, i * columns)) / squared;
    for (let j = row; j < columns; j++) a[i * columns + j] = a[i * columns + j]! - factor * v[j]!;
  }
  for (let j = row + 1; j < columns; j++) a[start + j] = 0;
}

/** v . a[start .. start + length of v). */
function dot(v: Float64Array, a: Float64Array, start: number): number {
  let sum = 0;
  for (let j = 0; j < v.length; j++) sum += v[j]! * a[start + j]!;
  return sum;
}
