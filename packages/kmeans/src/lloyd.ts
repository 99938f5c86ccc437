import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type MatrixLike } from '@gaussmix/linalg';
import { backFromOrigin, centerRows, fromOrigin } from './centered-rows.ts';
import type { KMeansResult, KMeansState } from './kmeans-result.ts';
import { lloydSteps } from './lloyd-steps.ts';
import { requireClusters } from './require-clusters.ts';
import { requireCount } from './require-count.ts';

/** Where Lloyd's algorithm starts, and how far it may go. */
export interface LloydOptions {
  /** K x d, where to start. */
  readonly centers: MatrixLike;
  /** How often the centers may move; 300 when absent. */
  readonly maxIterations?: number;
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
  const { maxIterations = 300 } = options;
  requireCount(maxIterations, { name: 'maxIterations', least: 0, where });
  const { rows, origin } = centerRows(matrix);
  return inUnitsOfData(lloydSteps(rows, { centers: fromOrigin(centers, origin), maxIterations }), origin);
}

function* inUnitsOfData(
  steps: Generator<KMeansState, KMeansResult>,
  origin: Float64Array,
): Generator<KMeansState, KMeansResult> {
  let step = steps.next();
  while (!step.done) {
    yield { ...step.value, centers: backFromOrigin(step.value.centers, origin) };
    step = steps.next();
  }
  return { ...step.value, centers: backFromOrigin(step.value.centers, origin) };
}
