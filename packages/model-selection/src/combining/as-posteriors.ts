import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';

/** How far the sum of a row may be from 1: posteriors that were written with few digits are taken. */
const slack = 1e-6;

/**
 * Checks that every row is one of probabilities.
 *
 * @throws GaussmixError "posteriors", naming the row, counted from 1
 */
export function asPosteriors(x: MatrixLike, where: string): Matrix {
  const posteriors = asMatrix(x, where);
  const { data, rows, columns } = posteriors;
  for (let i = 0; i < rows; i++) {
    const row = data.subarray(i * columns, (i + 1) * columns);
    const sum = row.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) <= slack && row.every((value) => value >= 0)) continue;
    throw new GaussmixError(
      'posteriors',
      `${where}: each row of posteriors must hold probabilities that sum to 1, ` +
        `got ${row.join(', ')} in row ${i + 1}. Try predictProba(mixture, x).`,
    );
  }
  return posteriors;
}
