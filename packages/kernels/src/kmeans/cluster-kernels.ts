import { Assignment } from './assignment.ts';
import type { ClusterLoops } from './cluster-loops.ts';
import { moveRows } from './move-rows.ts';
import { nearestCenter } from './nearest-center.ts';
import { Remainder } from './remainder.ts';
import type { PlacedRows, Rows } from './rows.ts';
import { seedingTrials } from './seeding-trials.ts';

/** The hot loops of k-means, and what goes over the rows with them. */
export interface ClusterKernels extends ClusterLoops {
  /** Rows at their nearest centers, while these move. */
  assignment(rows: PlacedRows, clusters: number): Assignment;
  /** What k-means++ draws from: the squared distances of n x d rows to the nearest one taken. */
  remainder(rows: Rows): Remainder;
}

/** The loops themselves, in plain TypeScript. */
const plainLoops: ClusterLoops = { nearestCenter, moveRows, seedingTrials };

/** {@link ClusterKernels.assignment} by plain loops. */
export const plainAssignment: ClusterKernels['assignment'] = (rows, clusters) =>
  new Assignment(rows, clusters, plainLoops);

/** {@link ClusterKernels.remainder} by plain loops. */
export const plainRemainder: ClusterKernels['remainder'] = (rows) => new Remainder(rows, plainLoops);

/** The hot loops of k-means in plain TypeScript, without those of mixtures. */
export const plainClusterKernels: ClusterKernels = {
  nearestCenter,
  moveRows,
  seedingTrials,
  assignment: plainAssignment,
  remainder: plainRemainder,
};
