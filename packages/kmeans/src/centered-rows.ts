import { columnMeans, type Matrix } from '@gaussmix/linalg';

/** Rows about the mean of each column, so that data far from zero keep their digits. */
export interface CenteredRows {
  /** n x d, the rows less the origin. */
  readonly rows: Matrix;
  /** d column means. */
  readonly origin: Float64Array;
}

export function centerRows(x: Matrix): CenteredRows {
  const origin = columnMeans(x);
  return { rows: fromOrigin(x, origin), origin };
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
