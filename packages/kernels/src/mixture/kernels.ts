import {
  type TriangleUndoer,
  type TriangularCoordinates,
  triangleUndoer,
} from '../conditioning/triangle-undoer.ts';
import { type ClusterKernels, plainAssignment, plainRemainder } from '../kmeans/cluster-kernels.ts';
import { moveRows } from '../kmeans/move-rows.ts';
import { nearestCenter } from '../kmeans/nearest-center.ts';
import { seedingTrials } from '../kmeans/seeding-trials.ts';
import { type BlockAccumulator, blockAccumulator, type MomentRequest } from './block-accumulator.ts';
import { type BlockScorer, blockScorer } from './block-scorer.ts';
import type { PackedMixture } from './packed-mixture.ts';

/** The hot loops, in one form or another; every form gives the same bits. */
export interface Kernels extends ClusterKernels {
  /** How they are computed. */
  readonly form: 'plain' | 'simd';
  /** The E-step of one block of rows after another. */
  blockAccumulator(packed: PackedMixture, request: MomentRequest): BlockAccumulator;
  /** Posteriors, log-densities and labels of one block of rows after another. */
  blockScorer(packed: PackedMixture): BlockScorer;
  /** One block of rows after another in other coordinates. */
  triangleUndoer(coordinates: TriangularCoordinates): TriangleUndoer;
}

/** The hot loops in plain TypeScript. */
export const plainKernels: Kernels = {
  form: 'plain',
  blockAccumulator,
  blockScorer,
  triangleUndoer,
  nearestCenter,
  moveRows,
  seedingTrials,
  assignment: plainAssignment,
  remainder: plainRemainder,
};
