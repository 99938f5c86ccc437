import { createMatrix, type Matrix } from '@gaussmix/linalg';

/** Some rows of a matrix. @returns rows.length x d */
export function pickRows({ data, columns }: Matrix, rows: Int32Array): Matrix {
  const picked = createMatrix(rows.length, columns);
  rows.forEach((row, i) => {
    picked.data.set(data.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return picked;
}
