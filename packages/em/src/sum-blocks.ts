import { BLOCK_ROWS, type Kernels, TreeSum } from '@gaussmix/kernels';
import type { Pass } from './passes-of.ts';

/** Rows to be summed, and the hot loops to do it. */
export interface Summands {
  /** Row-major rows of d numbers. */
  readonly data: Float64Array;
  /** The first row, at a multiple of 1,024 of the whole. */
  readonly from: number;
  /** The row behind the last. */
  readonly to: number;
  readonly kernels: Kernels;
}

/**
 * Sums a pass over rows block by block, in one binary tree over the blocks; yields after each.
 *
 * Sums of 2^h blocks each (of the last as many as are left), made apart and then added in a tree of their own in order,
 * are the sums of all blocks to the last bit: aligned powers of two are whole branches of the tree.
 *
 * @returns a generator that ends with the sums; memory beyond the rows is O(K d^2 log n)
 */
export function* sumBlocks(
  { packed, request }: Pass,
  { data, from, to, kernels }: Summands,
): Generator<void, Float64Array, void> {
  const accumulate = kernels.blockAccumulator(packed, request);
  const tree = new TreeSum(request.layout.length);
  for (let block = from; block < to; block += BLOCK_ROWS) {
    const sums = tree.next();
    accumulate(sums, { rows: data, from: block, to: Math.min(block + BLOCK_ROWS, to) });
    tree.push(sums);
    yield;
  }
  return tree.finish();
}
