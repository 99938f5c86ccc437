import { type ClusterSums, type Moves, moveRows } from '../kmeans/move-rows.ts';
import { type NearestFinder, nearestCenter } from '../kmeans/nearest-center.ts';
import type { PlacedCenters } from '../kmeans/placed-centers.ts';
import { type SeedingTrials, seedingTrials } from '../kmeans/seeding-trials.ts';
import { type BlockAccumulator, blockAccumulator, type MomentRequest } from './block-accumulator.ts';
import { type BlockScorer, blockScorer } from './block-scorer.ts';
import type { PackedMixture } from './packed-mixture.ts';

/** The hot loops, in one form or another; every form gives the same bits. */
export interface Kernels {
  /** How they are computed. */
  readonly form: 'plain' | 'simd';
  /** The E-step of one block of rows after another. */
  blockAccumulator(packed: PackedMixture, request: MomentRequest): BlockAccumulator;
  /** Posteriors, log-densities and labels of one block of rows after another. */
  blockScorer(packed: PackedMixture): BlockScorer;
  /** The nearest center of one batch of rows after another. */
  nearestCenter(centers: PlacedCenters): NearestFinder;
  /** Takes rows from the sums of one cluster to those of another. */
  moveRows(sums: ClusterSums, moves: Moves): void;
  /** What is left of squared distances if one candidate or another is taken, block by block. */
  seedingTrials(candidates: PlacedCenters): SeedingTrials;
}

/** The hot loops in plain TypeScript. */
export const plainKernels: Kernels = {
  form: 'plain',
  blockAccumulator,
  blockScorer,
  nearestCenter,
  moveRows,
  seedingTrials,
};
