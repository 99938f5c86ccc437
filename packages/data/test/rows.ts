import type { Matrix } from '@gaussmix/linalg';

/** A matrix as an array of its rows. */
export function rowsOf({ data, rows, columns }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}
