export { BLOCK_ROWS } from './blocks/block-rows.ts';
export { TreeSum } from './blocks/tree-sum.ts';
export { twoProductError, twoSumError } from './conditioning/exact.ts';
export {
  type TriangleUndoer,
  type TriangularCoordinates,
  triangleUndoer,
} from './conditioning/triangle-undoer.ts';
export { erfc } from './elementary/erfc.ts';
export { exp } from './elementary/exp.ts';
export { log } from './elementary/log.ts';
export { logGamma } from './elementary/log-gamma.ts';
export { type SinCos, sincos } from './elementary/sincos.ts';
export { GaussmixError } from './errors.ts';
export type { Assignment } from './kmeans/assignment.ts';
export { type ClusterKernels, plainClusterKernels } from './kmeans/cluster-kernels.ts';
export type { ClusterLoops } from './kmeans/cluster-loops.ts';
export type { ClusterSums, Moves } from './kmeans/move-rows.ts';
export type { Nearest, NearestFinder } from './kmeans/nearest-center.ts';
export type { PlacedCenters } from './kmeans/placed-centers.ts';
export type { Remainder } from './kmeans/remainder.ts';
export type { PlacedRows, Rows } from './kmeans/rows.ts';
export type { SeedingTrials, Trials } from './kmeans/seeding-trials.ts';
export {
  type BlockAccumulator,
  blockAccumulator,
  type MomentRequest,
  type RowBlock,
} from './mixture/block-accumulator.ts';
export { type BlockScorer, type BlockScores, blockScorer } from './mixture/block-scorer.ts';
export { type Kernels, plainKernels } from './mixture/kernels.ts';
export {
  ASSIGNMENT_ENTROPY,
  BLOCKS_WITH_OMISSIONS,
  LOG_LIKELIHOOD,
  LOG_MAX_POSTERIOR,
  type MomentLayout,
  momentLayout,
  OBJECTIVE_GAP,
  type ScatterShape,
} from './mixture/moment-sums.ts';
export { omissionsMatter } from './mixture/omissions.ts';
export {
  CUTOFF_SLOPE,
  cutoffsOf,
  factorLength,
  type PackedMixture,
  slackOf,
} from './mixture/packed-mixture.ts';
export { type RowAssignment, type Tempered, temperatureOf } from './mixture/row-assignment.ts';
export { type Counting, type RowPosterior, rowPosterior } from './mixture/row-posterior.ts';
export { type RowScorer, rowScorer } from './mixture/row-scorer.ts';
