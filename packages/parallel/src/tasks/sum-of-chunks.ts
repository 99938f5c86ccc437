import { TreeSum } from '@gaussmix/kernels';

/** Adds the sums of chunks, in order. @returns the sums of all rows */
export function sumOfChunks(chunks: Iterable<Float64Array>, length: number): Float64Array {
  const tree = new TreeSum(length);
  for (const sums of chunks) tree.push(sums);
  return tree.finish();
}
