import { sumBlocks } from '@gaussmix/em';
import { type Kernels, TreeSum } from '@gaussmix/kernels';
import { type Board, DONE, type PassMessage, type RowsMessage } from '../messages.ts';

/** What a worker has for a pass in shared memory. */
export interface ClaimedWork {
  readonly rows: RowsMessage;
  readonly kernels: Kernels;
  readonly board: Board;
  /** The number under which this worker takes chunks. */
  readonly worker: number;
}

/** Takes one chunk after another that nobody has taken yet, and leaves its sums on the board; stops within a block. */
export function computeClaimed(
  { work, chunkRows }: PassMessage,
  { rows, kernels, board, worker }: ClaimedWork,
): void {
  const { claims, sums } = board;
  const { length } = work.request.layout;
  const stopped = () => Atomics.load(claims, 0) === 1;
  if (stopped()) return;
  const accumulate = kernels.blockAccumulator(work.packed, work.request);
  const tree = new TreeSum(length);
  const zeros = new Float64Array(length);
  for (let chunk = 0; chunk + 1 < claims.length; chunk++) {
    if (Atomics.compareExchange(claims, 1 + chunk, 0, worker) !== 0) continue;
    const from = chunk * chunkRows;
    const to = Math.min(from + chunkRows, rows.to);
    const blocks = sumBlocks(accumulate, { tree, zeros: zeros.fill(0), data: rows.data, from, to });
    let block = blocks.next();
    while (!block.done) {
      if (stopped()) return;
      block = blocks.next();
    }
    sums.set(block.value, chunk * length);
    Atomics.store(claims, 1 + chunk, DONE);
  }
}
