import { createMatrix, type Matrix } from '@gaussmix/linalg';
import { columnNumbers } from '../table/column-numbers.ts';
import type { Column, Table } from '../table/table.ts';
import { type OneHotTransform, oneHot } from './one-hot.ts';

/**
 * Columns of a table side by side as numbers: those with an encoding take a column for each level but the first,
 * in their place.
 *
 * @param columns  the columns to read
 * @param options  `names`: what each is called by the encodings
 * @returns n x d' numbers, and their d' names
 * @throws GaussmixError "cell" naming the first cell that is not a number, or no known level
 */
export function encodeColumns(
  table: Table,
  columns: readonly Column[],
  options: { names: readonly string[]; transforms: readonly OneHotTransform[] },
): { matrix: Matrix; names: string[] } {
  const encodings = options.names.map((name) => options.transforms.find(({ column }) => column === name));
  const names = encodings.map((encoding, j) => (encoding ? oneHot.names(encoding) : [options.names[j]!]));
  const matrix = createMatrix(table.rows, names.flat().length);
  let start = 0;
  columns.forEach((column, j) => {
    const encoding = encodings[j];
    if (encoding) writeLevels(matrix, start - 1, oneHot.apply(encoding, table, column));
    else writeNumbers(matrix, start, columnNumbers(table, column));
    start += names[j]!.length;
  });
  return { matrix, names: names.flat() };
}

function writeNumbers({ data, rows, columns }: Matrix, at: number, numbers: Float64Array): void {
  for (let i = 0; i < rows; i++) data[i * columns + at] = numbers[i]!;
}

function writeLevels({ data, rows, columns }: Matrix, at: number, levels: Int32Array): void {
  for (let i = 0; i < rows; i++) if (levels[i]! > 0) data[i * columns + at + levels[i]!] = 1;
}
