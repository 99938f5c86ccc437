import type { PlacedRows } from '@gaussmix/kernels';
import { columnMeans, type Matrix, takeRows } from '@gaussmix/linalg';

/** So many rows tell where the data are: nothing depends on the origin but the last digits. */
const SAMPLE = 1024;

/** Rows about the mean of up to 1,024 of them, evenly spread. */
export function placeRows(rows: Matrix): PlacedRows {
  const length = Math.min(rows.rows, SAMPLE);
  const sample = Int32Array.from({ length }, (_, i) => Math.floor((i * rows.rows) / length));
  return { rows, origin: columnMeans(takeRows(rows, sample)) };
}

/** x less the origin, row by row. */
export function fromOrigin(x: Matrix, origin: Float64Array): Matrix {
  const { rows, columns } = x;
  return { data: x.data.map((value, i) => value - origin[i % columns]!), rows, columns };
}

/** x plus the origin, row by row. */
export function backFromOrigin(x: Matrix, origin: Float64Array): Matrix {
  const { rows, columns } = x;
  return { data: x.data.map((value, i) => value + origin[i % columns]!), rows, columns };
}
