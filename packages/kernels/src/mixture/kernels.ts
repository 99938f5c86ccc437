import { type BlockAccumulator, blockAccumulator, type MomentRequest } from './block-accumulator.ts';
import type { PackedMixture } from './packed-mixture.ts';
import { type RowPosterior, rowPosterior } from './row-posterior.ts';
import { type RowScorer, rowScorer } from './row-scorer.ts';

/** The hot loops, in one form or another; every form gives the same bits. */
export interface Kernels {
  /** Joint log-densities of one row after another. */
  rowScorer(packed: PackedMixture): RowScorer;
  /** Posteriors of one row after another. */
  rowPosterior(packed: PackedMixture): (rows: Float64Array, at: number) => RowPosterior;
  /** The E-step of one block of rows after another. */
  blockAccumulator(packed: PackedMixture, request: MomentRequest): BlockAccumulator;
}

/** The hot loops in plain TypeScript. */
export const plainKernels: Kernels = { rowScorer, rowPosterior, blockAccumulator };
