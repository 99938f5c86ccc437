import type { Matrix } from './matrix.ts';

/**
 * A matrix of zeros.
 *
 * @returns rows x columns zeros
 */
export function createMatrix(rows: number, columns: number): Matrix {
  return { data: new Float64Array(rows * columns), rows, columns };
}
