import { type EventLoop, sumBlocks } from '@gaussmix/em';
import { type Kernels, TreeSum } from '@gaussmix/kernels';
import type { PassMessage, RowsMessage } from '../messages.ts';

/** What a worker has for a pass over its own copy of rows. */
export interface AssignedWork {
  readonly rows: RowsMessage;
  readonly kernels: Kernels;
  readonly chunks: readonly number[];
  readonly loop: EventLoop;
  /** Whether the pass still goes on; word of its end comes while the event loop turns. */
  readonly going: () => boolean;
}

/** Computes the chunks of this worker and lets the event loop turn after each block; stops within a block. */
export async function* computeAssigned(
  { work, chunkRows }: PassMessage,
  { rows, kernels, chunks, loop, going }: AssignedWork,
): AsyncGenerator<{ readonly chunk: number; readonly sums: Float64Array<ArrayBuffer> }> {
  const accumulate = kernels.blockAccumulator(work.packed, work.request);
  const tree = new TreeSum(work.request.layout.length);
  for (const chunk of chunks) {
    const from = chunk * chunkRows - rows.from;
    const to = Math.min(from + chunkRows, rows.to - rows.from);
    const blocks = sumBlocks(accumulate, { tree, data: rows.data, from, to });
    let block = blocks.next();
    while (!block.done) {
      await loop.turn();
      if (!going()) return;
      block = blocks.next();
    }
    yield { chunk, sums: block.value as Float64Array<ArrayBuffer> };
  }
}
