import { type ClusterKernels, GaussmixError, plainClusterKernels } from '@gaussmix/kernels';
import { asMatrix, createMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { createRandom, type Random } from '@gaussmix/random';
import type { KMeansResult } from './kmeans-result.ts';
import { type LloydStep, lloydSteps } from './lloyd-steps.ts';
import { inertiaOf } from './own-distances.ts';
import { backFromOrigin, fromOrigin, type PlacedRows, placeRows } from './placed-rows.ts';
import { requireClusters } from './require-clusters.ts';
import { requireCount } from './require-count.ts';
import { seedRows } from './seed-rows.ts';

/** What k-means looks for, and from where. */
export interface KMeansOptions {
  /** K, from 1 to the number of different rows. */
  readonly clusters: number;
  /** 0 when absent. One seed gives one answer, bit for bit. */
  readonly seed?: number | string;
  /** From how many starts; the result with the smallest inertia is kept. 10 when absent; 1 from given centers. */
  readonly restarts?: number;
  /** How often the centers of one start may move; 300 when absent. */
  readonly maxIterations?: number;
  /** K rows far apart ("k-means++", the default), any K rows ("random"), or K x d centers. */
  readonly initial?: 'k-means++' | 'random' | MatrixLike;
  /** The hot loops; those in plain TypeScript when absent. The same bits. */
  readonly kernels?: ClusterKernels;
}

/**
 * Clusters of rows with the smallest sum of squared distances to their centers that was found.
 *
 * A center without rows moves to the row that is farthest from its own center. Columns count as they are: where
 * their units differ, standardize them first.
 *
 * @param x  n x d
 * @returns K x d centers and n labels of the best restart
 * @throws GaussmixError "clusters", "count", "initial", "seed", "shape", and what asMatrix throws
 */
export function kmeans(x: MatrixLike, options: KMeansOptions): KMeansResult {
  const matrix = asMatrix(x, 'kmeans');
  const { clusters, seed = 0, restarts = 10, maxIterations = 300, initial = 'k-means++' } = options;
  const { kernels = plainClusterKernels } = options;
  requireClusters(clusters, matrix.rows, 'kmeans');
  requireCount(restarts, { name: 'restarts', least: 1, where: 'kmeans' });
  requireCount(maxIterations, { name: 'maxIterations', least: 0, where: 'kmeans' });
  const data = placeRows(matrix);
  const random = createRandom(seed);
  const given = typeof initial === 'string' ? undefined : givenCenters(initial, data, clusters);

  let best: KMeansResult | undefined;
  for (let restart = 0; restart < (given ? 1 : restarts); restart++) {
    const start = () => startingRows(initial, { x: matrix, clusters, random: random.fork(restart), kernels });
    const centers = given ?? fromOrigin(rowsAt(matrix, start()), data.origin);
    const result = drain(lloydSteps(data, { centers, maxIterations, kernels }));
    if (best === undefined || result.inertia < best.inertia) best = result;
  }
  requireDifferentRows(best!, clusters);
  return best!;
}

function startingRows(
  initial: KMeansOptions['initial'],
  { x, clusters, random, kernels }: { x: Matrix; clusters: number; random: Random; kernels: ClusterKernels },
): Int32Array {
  if (initial === 'k-means++') return seedRows(x, { clusters, random, kernels });
  if (initial === 'random') return random.sampleWithoutReplacement(x.rows, clusters);
  throw new GaussmixError(
    'initial',
    `kmeans: initial must be "k-means++", "random" or centers, got ${JSON.stringify(initial)}`,
  );
}

function givenCenters(initial: MatrixLike, { rows, origin }: PlacedRows, clusters: number): Matrix {
  const centers = asMatrix(initial, 'kmeans, initial');
  if (centers.rows === clusters && centers.columns === rows.columns) return fromOrigin(centers, origin);
  throw new GaussmixError(
    'initial',
    `kmeans: initial must have a row for each of the ${clusters} clusters and ${rows.columns} columns like x, ` +
      `got ${centers.rows} x ${centers.columns}`,
  );
}

function rowsAt(x: Matrix, indices: Int32Array): Matrix {
  const d = x.columns;
  const chosen = createMatrix(indices.length, d);
  indices.forEach((i, k) => {
    chosen.data.set(x.data.subarray(i * d, (i + 1) * d), k * d);
  });
  return chosen;
}

function drain(steps: Generator<LloydStep, LloydStep>): KMeansResult {
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { data, centers, labels, iterations, converged } = step.value;
  const inertia = inertiaOf(step.value);
  return { centers: backFromOrigin(centers, data.origin), labels, inertia, iterations, converged };
}

/** With an inertia of 0 each cluster in use is one repeated row, so that the unused ones have nowhere to go. */
function requireDifferentRows({ labels, inertia }: KMeansResult, clusters: number): void {
  if (inertia > 0) return;
  const used = new Set(labels).size;
  if (used === clusters) return;
  throw new GaussmixError(
    'clusters',
    `kmeans: clusters must be at most the number of different rows (${used}), got ${clusters}. Try fewer clusters.`,
  );
}
