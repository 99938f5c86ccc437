import type { ClusterSums, Moves } from './move-rows.ts';
import type { NearestFinder } from './nearest-center.ts';
import type { PlacedCenters } from './placed-centers.ts';
import type { SeedingTrials } from './seeding-trials.ts';

/** The innermost loops of k-means, in one form or another; every form gives the same bits. */
export interface ClusterLoops {
  /** The nearest center of one batch of rows after another. */
  nearestCenter(centers: PlacedCenters): NearestFinder;
  /** Takes rows from the sums of one cluster to those of another. */
  moveRows(sums: ClusterSums, moves: Moves): void;
  /** What is left of squared distances if one candidate or another is taken, block by block. */
  seedingTrials(candidates: PlacedCenters): SeedingTrials;
}
