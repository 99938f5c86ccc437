/** Numbers row by row: n x d, row-major. */
export interface Rows {
  readonly data: Float64Array;
  /** n. */
  readonly rows: number;
  /** d. */
  readonly columns: number;
}

/** Rows, and a point among them that every row loses first, so that data far from zero keep their digits. */
export interface PlacedRows {
  readonly rows: Rows;
  /** d numbers. */
  readonly origin: Float64Array;
}
