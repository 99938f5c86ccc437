import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, createMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { createRandom, type Random } from '@gaussmix/random';
import { backFromOrigin, type CenteredRows, centerRows, fromOrigin } from './centered-rows.ts';
import { kmeansPlusPlus } from './kmeans-plus-plus.ts';
import type { KMeansResult } from './kmeans-result.ts';
import { lloydSteps } from './lloyd-steps.ts';
import { requireClusters } from './require-clusters.ts';
import { requireCount } from './require-count.ts';

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
  requireClusters(clusters, matrix.rows, 'kmeans');
  requireCount(restarts, { name: 'restarts', least: 1, where: 'kmeans' });
  requireCount(maxIterations, { name: 'maxIterations', least: 0, where: 'kmeans' });
  const data = centerRows(matrix);
  const random = createRandom(seed);
  const given = typeof initial === 'string' ? undefined : givenCenters(initial, data, clusters);

  let best: KMeansResult | undefined;
  for (let restart = 0; restart < (given ? 1 : restarts); restart++) {
    const centers =
      given ??
      rowsAt(data.rows, startingRows(initial, { x: data.rows, clusters, random: random.fork(restart) }));
    const result = drain(lloydSteps(data.rows, { centers, maxIterations }));
    if (best === undefined || result.inertia < best.inertia) best = result;
  }
  requireDifferentRows(best!, clusters);
  return { ...best!, centers: backFromOrigin(best!.centers, data.origin) };
}

function startingRows(
  initial: KMeansOptions['initial'],
  { x, clusters, random }: { x: Matrix; clusters: number; random: Random },
): Int32Array {
  if (initial === 'k-means++') return kmeansPlusPlus(x, { clusters, random });
  if (initial === 'random') return random.sampleWithoutReplacement(x.rows, clusters);
  throw new GaussmixError(
    'initial',
    `kmeans: initial must be "k-means++", "random" or centers, got ${JSON.stringify(initial)}`,
  );
}

function givenCenters(initial: MatrixLike, { rows, origin }: CenteredRows, clusters: number): Matrix {
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

function drain(steps: Generator<unknown, KMeansResult>): KMeansResult {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** With an inertia of 0 each cluster in use is one repeated row, so that the unused ones have nowhere to go. */
function requireDifferentRows({ labels, inertia }: KMeansResult, clusters: number): void {
  const used = new Set(labels).size;
  if (inertia > 0 || used === clusters) return;
  throw new GaussmixError(
    'clusters',
    `kmeans: clusters must be at most the number of different rows (${used}), got ${clusters}. Try fewer clusters.`,
  );
}
