import { type Kernels, TreeSum } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import type { EStepRequest } from './engine.ts';
import type { Moments } from './moments.ts';
import { passesOf } from './passes-of.ts';
import { sumBlocks } from './sum-blocks.ts';

/** Rows in memory, and the hot loops that go over them. */
export interface RowsAndKernels {
  /** n x d, in the fit's coordinates. */
  readonly rows: Matrix;
  readonly kernels: Kernels;
}

/** An E-step over rows in memory; yields after each block. @returns a generator that ends with the moments */
export function* momentsOver(
  { rows, kernels }: RowsAndKernels,
  request: EStepRequest,
): Generator<void, Moments, void> {
  const passes = passesOf(request, rows.rows);
  let next = passes.next();
  while (!next.done) {
    const { packed, request: sums } = next.value;
    const all = { tree: new TreeSum(sums.layout.length), data: rows.data, from: 0, to: rows.rows };
    next = passes.next(yield* sumBlocks(kernels.blockAccumulator(packed, sums), all));
  }
  return next.value;
}
