import { type ClusterKernels, GaussmixError } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import { asMatrix, type Matrix, type MatrixLike, takeRows } from '@gaussmix/linalg';
import { createRandom, type Random } from '@gaussmix/random';
import type { KMeansResult } from './kmeans-result.ts';
import { MAX_ITERATIONS, oneRun } from './one-run.ts';
import { placeRows } from './placed-rows.ts';
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
  /** The hot loops; `simdKernels()` when absent. The same bits whichever. */
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
  const {
    clusters,
    seed = 0,
    restarts = 10,
    maxIterations = MAX_ITERATIONS,
    initial = 'k-means++',
  } = options;
  const { kernels = simdKernels() } = options;
  requireClusters(clusters, matrix.rows, 'kmeans');
  requireCount(restarts, { name: 'restarts', least: 1, where: 'kmeans' });
  requireCount(maxIterations, { name: 'maxIterations', least: 0, where: 'kmeans' });
  const data = placeRows(matrix);
  const random = createRandom(seed);
  const given = typeof initial === 'string' ? undefined : givenCenters(initial, matrix, clusters);

  let best: KMeansResult | undefined;
  for (let restart = 0; restart < (given ? 1 : restarts); restart++) {
    const start = () => startingRows(initial, { x: matrix, clusters, random: random.fork(restart), kernels });
    const centers = given ?? takeRows(matrix, start());
    const result = oneRun(data, { centers, maxIterations, kernels });
    if (best === undefined || result.inertia < best.inertia) best = result;
  }
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

function givenCenters(initial: MatrixLike, { columns }: Matrix, clusters: number): Matrix {
  const centers = asMatrix(initial, 'kmeans, initial');
  if (centers.rows === clusters && centers.columns === columns) return centers;
  throw new GaussmixError(
    'initial',
    `kmeans: initial must have a row for each of the ${clusters} clusters and ${columns} columns like x, ` +
      `got ${centers.rows} x ${centers.columns}`,
  );
}
