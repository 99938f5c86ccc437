import type { Matrix } from './matrix.ts';

/**
 * Some rows of a matrix, copied.
 *
 * @param x  n x d
 * @param which  m indices from 0 to n - 1, in any order
 * @returns m x d
 */
export function takeRows({ data, columns }: Matrix, which: ArrayLike<number>): Matrix {
  const taken = new Float64Array(which.length * columns);
  for (let to = 0; to < which.length; to++) {
    const from = which[to]! * columns;
    taken.set(data.subarray(from, from + columns), to * columns);
  }
  return { data: taken, rows: which.length, columns };
}
