import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import type { Mixture } from './mixture.ts';

/**
 * Data as a matrix with the mixture's columns.
 *
 * @param where  the name that errors begin with
 * @returns n x d
 * @throws GaussmixError "shape" when the columns are not the mixture's
 */
export function matrixFor(mixture: Mixture, x: MatrixLike, where: string): Matrix {
  const matrix = asMatrix(x, where);
  if (matrix.columns === mixture.dimension) return matrix;
  throw new GaussmixError(
    'shape',
    `${where}: x must have as many columns as the mixture (${mixture.dimension}), got ${matrix.columns}.`,
  );
}

/**
 * Visits the rows of x with the mixture's origin taken off.
 *
 * @param visit  called with (row, i); the row of d numbers is overwritten by the next
 */
export function forEachRow(
  mixture: Mixture,
  { data, rows, columns: d }: Matrix,
  visit: (row: Float64Array, i: number) => void,
): void {
  const row = new Float64Array(d);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < d; j++) row[j] = data[i * d + j]! - mixture.origin[j]!;
    visit(row, i);
  }
}
