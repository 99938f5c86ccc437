import { createMatrix, type Matrix } from '@gaussmix/linalg';

/** Some columns of a matrix, in the order given. @returns n x dimensions.length */
export function pickColumns({ data, rows, columns }: Matrix, dimensions: readonly number[]): Matrix {
  const picked = createMatrix(rows, dimensions.length);
  dimensions.forEach((dimension, j) => {
    for (let i = 0; i < rows; i++) picked.data[i * dimensions.length + j] = data[i * columns + dimension]!;
  });
  return picked;
}
