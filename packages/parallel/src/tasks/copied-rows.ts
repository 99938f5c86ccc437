import type { Matrix } from '@gaussmix/linalg';
import { chunksOf } from './chunks.ts';
import { CopiedTask } from './copied-task.ts';
import type { KeptOptions, KeptRows } from './kept-rows.ts';

/** Rows of which each worker has a copy of its own part: where there is no shared memory. */
export function copiedRows({ data, rows, columns }: Matrix, { number, threads }: KeptOptions): KeptRows {
  const chunks = chunksOf(rows, threads);
  const firstChunk = (place: number): number => Math.floor((place * chunks.number) / threads);
  return {
    number,
    messageFor(place) {
      const from = firstChunk(place) * chunks.chunkRows;
      const to = Math.min(firstChunk(place + 1) * chunks.chunkRows, rows);
      return { kind: 'rows', rows: number, data: data.slice(from * columns, to * columns), from, to };
    },
    task: (task, work) => new CopiedTask(work, { number: task, rows: number, chunks, firstChunk }),
  };
}
