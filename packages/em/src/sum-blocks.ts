import { BLOCK_ROWS, type BlockAccumulator, type TreeSum } from '@gaussmix/kernels';

/** Rows to be summed. */
export interface Summands {
  /** Adds blocks up; empty, and empty again afterwards, so that one serves many ranges. */
  readonly tree: TreeSum;
  /** Zeros for the first block's sums, so that a caller of many ranges leaves nothing behind; new ones when absent. */
  readonly zeros?: Float64Array;
  /** Row-major rows of d numbers. */
  readonly data: Float64Array;
  /** The first row, at a multiple of 1,024 of the whole. */
  readonly from: number;
  /** The row behind the last. */
  readonly to: number;
}

/**
 * Sums rows block by block, in one binary tree over the blocks; yields after each block.
 *
 * Sums of 2^h blocks each (the last of as many as are left), made apart and then added in a tree of their own in order,
 * are the sums of all blocks to the last bit: aligned powers of two are whole branches of the tree.
 *
 * @param accumulate  what the hot loops made of a pass
 * @returns a generator that ends with the sums; memory beyond the rows is O(K d^2 log n)
 */
export function* sumBlocks(
  accumulate: BlockAccumulator,
  { tree, zeros, data, from, to }: Summands,
): Generator<void, Float64Array, void> {
  for (let block = from; block < to; block += BLOCK_ROWS) {
    const sums = (block === from ? zeros : undefined) ?? tree.next();
    accumulate(sums, { rows: data, from: block, to: Math.min(block + BLOCK_ROWS, to) });
    tree.push(sums);
    yield;
  }
  return tree.finish();
}
