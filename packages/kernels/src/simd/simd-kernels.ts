import { Assignment } from '../kmeans/assignment.ts';
import type { ClusterLoops } from '../kmeans/cluster-loops.ts';
import { Remainder } from '../kmeans/remainder.ts';
import { type Kernels, plainKernels } from '../mixture/kernels.ts';
import { compileKernels } from './module.ts';
import { Room } from './room.ts';
import { simdAccumulator } from './simd-accumulator.ts';
import { simdMoveRows } from './simd-move-rows.ts';
import { simdNearestCenter } from './simd-nearest-center.ts';
import { simdScorer } from './simd-scorer.ts';
import { simdSeedingTrials } from './simd-seeding-trials.ts';
import { simdTriangleUndoer } from './simd-triangle-undoer.ts';

let shared: Kernels | undefined;

/**
 * The hot loops in WebAssembly, where the platform has its SIMD instructions; else in plain TypeScript. The same bits.
 *
 * @returns the same object at each call: compiled once, synchronously, at the first
 */
export function simdKernels(): Kernels {
  shared ??= kernelsOf(compileKernels());
  return shared;
}

/**
 * The hot loops of a module that was compiled here or on another thread.
 *
 * @param module  what `compileKernels` returned
 * @returns the plain ones when there is no module
 */
export function kernelsOf(module: WebAssembly.Module | undefined): Kernels {
  if (module === undefined) return plainKernels;
  const room = new Room(module);
  const loops: ClusterLoops = {
    nearestCenter: (centers) => simdNearestCenter(room, centers),
    moveRows: (sums, moves) => simdMoveRows(room, sums, moves),
    seedingTrials: (candidates) => simdSeedingTrials(room, candidates),
  };
  return {
    form: 'simd',
    blockAccumulator: (packed, request) => simdAccumulator(room, packed, request),
    blockScorer: (packed) => simdScorer(room, packed),
    triangleUndoer: (coordinates) => simdTriangleUndoer(room, coordinates),
    ...loops,
    assignment: (rows, clusters) => new Assignment(rows, clusters, loops),
    remainder: (rows) => new Remainder(rows, loops),
  };
}
