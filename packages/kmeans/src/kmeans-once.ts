import { simdKernels } from '@gaussmix/kernels/simd';
import { asMatrix, type MatrixLike, takeRows } from '@gaussmix/linalg';
import type { SeedingOptions } from './kmeans-plus-plus.ts';
import type { KMeansResult } from './kmeans-result.ts';
import { MAX_ITERATIONS, oneRun } from './one-run.ts';
import { placeRows } from './placed-rows.ts';
import { requireClusters } from './require-clusters.ts';
import { seedRows } from './seed-rows.ts';

/**
 * One run of k-means: rows far apart by k-means++, then Lloyd until nothing moves, or 300 times. What `kmeans` does for
 * each restart, with draws from a source of one's own, and less to download.
 *
 * @param x  n x d
 * @returns K x d centers and n labels
 * @throws GaussmixError "clusters", and what asMatrix throws
 */
export function kmeansOnce(x: MatrixLike, options: SeedingOptions): KMeansResult {
  const rows = asMatrix(x, 'kmeansOnce');
  const { clusters, random, kernels = simdKernels() } = options;
  requireClusters(clusters, rows.rows, 'kmeansOnce');
  const centers = takeRows(rows, seedRows(rows, { clusters, random, kernels }));
  return oneRun(placeRows(rows), { centers, maxIterations: MAX_ITERATIONS, kernels });
}
