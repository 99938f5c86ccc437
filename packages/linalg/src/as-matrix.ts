import { GaussmixError } from '@gaussmix/kernels';
import type { Matrix, MatrixFace, MatrixLike } from './matrix.ts';

/**
 * Data in any accepted shape as a {@link Matrix} of finite numbers. A Matrix is returned as it is, a
 * Float64Array becomes one column without a copy, everything else is copied once.
 *
 * @param x  n rows by d columns
 * @param where  the name that errors begin with, such as "fitMixture"
 * @returns n x d, at least 1 x 1
 * @throws GaussmixError "empty", "shape" or "not-finite", naming the row and the column, counted from 1
 */
export function asMatrix(x: MatrixLike, where: string): Matrix {
  const matrix = toMatrix(x, where);
  if (matrix.rows === 0)
    throw new GaussmixError('empty', `${where}: x must have at least one row, got none.`);
  if (matrix.columns === 0) {
    throw new GaussmixError('empty', `${where}: x must have at least one column, got none.`);
  }
  requireFinite(matrix, where);
  return matrix;
}

function toMatrix(x: MatrixLike, where: string): Matrix {
  if (x instanceof Float64Array) return { data: x, rows: x.length, columns: 1 };
  if (Array.isArray(x)) return fromArray(x as readonly unknown[], where);
  if (isMatrix(x)) return checkLength(x, where);
  if (isMatrixFace(x)) return fromFace(x, where);
  throw new GaussmixError(
    'shape',
    `${where}: x must be an array of rows, a matrix or a list of numbers, got ${describe(x)}. ` +
      'Try [[1, 2], [3, 4]] or { data, rows, columns }.',
  );
}

function isMatrix(x: unknown): x is Matrix {
  return typeof x === 'object' && x !== null && (x as Partial<Matrix>).data instanceof Float64Array;
}

function isMatrixFace(x: unknown): x is MatrixFace {
  const face = x as Partial<MatrixFace> | null;
  return (
    typeof x === 'object' && typeof face?.get === 'function' && isSize(face.rows) && isSize(face.columns)
  );
}

function isSize(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function checkLength(x: Matrix, where: string): Matrix {
  if (isSize(x.rows) && isSize(x.columns) && x.data.length === x.rows * x.columns) return x;
  throw new GaussmixError(
    'shape',
    `${where}: x.data must hold rows * columns numbers (${x.rows} * ${x.columns}), got ${x.data.length}.`,
  );
}

function fromFace(x: MatrixFace, where: string): Matrix {
  const { rows, columns } = x;
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) data[i * columns + j] = numberAt(x.get(i, j), i, j, where);
  }
  return { data, rows, columns };
}

function fromArray(x: readonly unknown[], where: string): Matrix {
  const columns = lengthOf(x[0]);
  if (columns === -1) return fromColumn(x, where);
  const data = new Float64Array(x.length * columns);
  for (let i = 0; i < x.length; i++) {
    const row = x[i] as ArrayLike<unknown>;
    const length = lengthOf(row);
    if (length !== columns) {
      throw new GaussmixError(
        'shape',
        `${where}: every row of x must have as many numbers as the first (${columns}), ` +
          `got ${length === -1 ? describe(row) : length} in row ${i + 1}.`,
      );
    }
    for (let j = 0; j < columns; j++) data[i * columns + j] = numberAt(row[j], i, j, where);
  }
  return { data, rows: x.length, columns };
}

function fromColumn(x: readonly unknown[], where: string): Matrix {
  const data = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) data[i] = numberAt(x[i], i, 0, where);
  return { data, rows: x.length, columns: 1 };
}

function lengthOf(row: unknown): number {
  if (!Array.isArray(row) && !ArrayBuffer.isView(row)) return -1;
  return (row as Partial<ArrayLike<unknown>>).length ?? -1; // a DataView has none
}

function numberAt(value: unknown, row: number, column: number, where: string): number {
  if (typeof value === 'number') return value;
  throw new GaussmixError(
    'not-finite',
    `${where}: x must hold finite numbers, got ${describe(value)} in row ${row + 1}, column ${column + 1}.`,
  );
}

function requireFinite({ data, columns }: Matrix, where: string): void {
  for (let index = 0; index < data.length; index++) {
    const value = data[index]!;
    if (value - value === 0) continue;
    const row = Math.floor(index / columns) + 1;
    throw new GaussmixError(
      'not-finite',
      `${where}: x must hold finite numbers, got ${value} in row ${row}, column ${(index % columns) + 1}. ` +
        'Leave such rows out, or fill them in.',
    );
  }
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `${typeof value} ${String(value)}`;
}
