/** A dense matrix, row-major: entry (i, j) stands at `data[i * columns + j]`. Plain data. */
export interface Matrix {
  /** rows * columns numbers, row after row. */
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** Anything with ml-matrix's face. */
export interface MatrixFace {
  readonly rows: number;
  readonly columns: number;
  get(row: number, column: number): number;
}

/**
 * What every public door accepts as data, n rows by d columns: an array of rows, a {@link Matrix},
 * anything with ml-matrix's face, or a flat list of numbers, which is one column.
 */
export type MatrixLike =
  | Matrix
  | MatrixFace
  | readonly (readonly number[] | Float64Array)[]
  | readonly number[]
  | Float64Array;
