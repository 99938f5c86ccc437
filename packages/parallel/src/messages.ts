import type { Pass } from '@gaussmix/em';

/** What the workers of a pass write to, in shared memory. */
export interface Board {
  /** [0] is 1 once the pass is stopped, [1 + chunk] who computes the chunk: 0 nobody yet, {@link DONE}, or a worker's number. */
  readonly claims: Int32Array;
  /** The sums of each chunk, one after another. */
  readonly sums: Float64Array;
}

/** In {@link Board.claims}: the chunk's sums are written. */
export const DONE = -1;

/** Rows that a worker keeps. */
export interface RowsMessage {
  readonly kind: 'rows';
  /** The number of the rows. */
  readonly rows: number;
  /** Row-major rows of d numbers. */
  readonly data: Float64Array;
  /** The first of them that is in `data`, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** A pass over rows that the worker keeps. */
export interface PassMessage {
  readonly kind: 'pass';
  /** The number of the pass. */
  readonly pass: number;
  /** The number of the rows. */
  readonly rows: number;
  readonly work: Pass;
  /** How many rows a chunk has; the last of all may have fewer. */
  readonly chunkRows: number;
  /** With shared memory: where workers take chunks, and leave their sums, under this worker's number. */
  readonly shared?: { readonly board: Board; readonly worker: number };
  /** Without: the chunks of this worker. */
  readonly chunks?: readonly number[];
}

/** What a worker is told. */
export type ToWorker =
  | { readonly kind: 'kernels'; readonly module?: WebAssembly.Module }
  | RowsMessage
  | { readonly kind: 'forget'; readonly rows: number }
  | PassMessage
  | { readonly kind: 'stop'; readonly pass: number };

/** What a worker tells. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'chunk';
      readonly pass: number;
      readonly chunk: number;
      readonly sums: Float64Array<ArrayBuffer>;
    }
  | { readonly kind: 'done'; readonly pass: number }
  | { readonly kind: 'failed'; readonly message: string };
