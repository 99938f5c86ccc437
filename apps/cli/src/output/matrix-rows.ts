import type { Matrix } from '@gaussmix/linalg';

/** The rows of a matrix as lists. @returns n lists of d numbers */
export function matrixRows({ data, rows, columns }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}
