import { BLOCK_ROWS } from '@gaussmix/kernels';

/** Rows cut into chunks: whole branches of the tree over the blocks, so that their size cannot change a bit. */
export interface Chunks {
  /** Rows of each but the last: 1,024 times a power of two. */
  readonly chunkRows: number;
  readonly number: number;
}

/** Chunks for each thread, at least, if there are so many blocks: what one thread is late at the end is a part of one chunk. */
const CHUNKS_PER_THREAD = 32;

/** Cuts rows into chunks. @param rows  n */
export function chunksOf(rows: number, threads: number): Chunks {
  const blocks = Math.ceil(rows / BLOCK_ROWS);
  let size = 1;
  while (blocks >= 2 * size * CHUNKS_PER_THREAD * threads) size *= 2;
  return { chunkRows: size * BLOCK_ROWS, number: Math.ceil(blocks / size) };
}
