import type { Matrix } from '@gaussmix/linalg';
import { type Chunks, chunksOf } from './chunks.ts';
import type { KeptOptions, KeptRows } from './kept-rows.ts';
import { type SharedSums, SharedTask } from './shared-task.ts';

/** Rows in memory that all workers see: each takes chunks as it gets along. */
export function sharedRows({ data, rows }: Matrix, { number, threads }: KeptOptions): KeptRows {
  const chunks: Chunks = chunksOf(rows, threads);
  const spare: SharedSums = { room: undefined };
  return {
    number,
    messageFor: () => ({ kind: 'rows', rows: number, data, from: 0, to: rows }),
    task: (task, work) => new SharedTask(work, { number: task, rows: number, chunks, spare }),
  };
}
