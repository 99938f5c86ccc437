import { type ClusterKernels, GaussmixError } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import { asMatrix, type MatrixLike } from '@gaussmix/linalg';
import type { KMeansResult, KMeansState } from './kmeans-result.ts';
import { type LloydStep, lloydSteps } from './lloyd-steps.ts';
import { inertiaOf } from './own-distances.ts';
import { backFromOrigin, fromOrigin, placeRows } from './placed-rows.ts';
import { requireClusters } from './require-clusters.ts';
import { requireCount } from './require-count.ts';

/** Where Lloyd's algorithm starts, and how far it may go. */
export interface LloydOptions {
  /** K x d, where to start. */
  readonly centers: MatrixLike;
  /** How often the centers may move; 300 when absent. */
  readonly maxIterations?: number;
  /** The hot loops; `simdKernels()` when absent. The same bits whichever. */
  readonly kernels?: ClusterKernels;
}

/**
 * Lloyd's algorithm, step by step: rows go to their nearest center, centers move to the mean of their rows,
 * until nothing changes. Yields the state at the start and after each move; the inertia never rises.
 * {@link kmeans} does the same at once.
 *
 * A center without rows moves to the row that is farthest from its own center.
 *
 * @param x  n x d
 * @returns the last state, and whether it converged
 * @throws GaussmixError "shape", "clusters", "count", and what asMatrix throws, at the call
 *
 * O(n K d) a step. Lloyd (1982), Least squares quantization in PCM.
 */
export function lloyd(x: MatrixLike, options: LloydOptions): Generator<KMeansState, KMeansResult> {
  const where = 'lloyd';
  const matrix = asMatrix(x, where);
  const centers = asMatrix(options.centers, `${where}, centers`);
  if (centers.columns !== matrix.columns) {
    throw new GaussmixError(
      'shape',
      `${where}: centers must have as many columns as x (${matrix.columns}), got ${centers.columns}`,
    );
  }
  requireClusters(centers.rows, matrix.rows, where);
  const { maxIterations = 300, kernels = simdKernels() } = options;
  requireCount(maxIterations, { name: 'maxIterations', least: 0, where });
  const data = placeRows(matrix);
  const from = fromOrigin(centers, data.origin);
  return inUnitsOfData(lloydSteps(data, { centers: from, maxIterations, kernels }));
}

function* inUnitsOfData(steps: Generator<LloydStep, LloydStep>): Generator<KMeansState, KMeansResult> {
  let step = steps.next();
  while (!step.done) {
    yield stateOf(step.value);
    step = steps.next();
  }
  return { ...stateOf(step.value), converged: step.value.converged };
}

function stateOf(step: LloydStep): KMeansState {
  return {
    centers: backFromOrigin(step.centers, step.data.origin),
    labels: step.labels.slice(),
    inertia: inertiaOf(step),
    iterations: step.iterations,
  };
}
