import type { ClusterKernels } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import { asMatrix, type MatrixLike } from '@gaussmix/linalg';
import type { UniformRandom } from '@gaussmix/random';
import { requireClusters } from './require-clusters.ts';
import { seedRows } from './seed-rows.ts';

/** How many rows, and by which draws. */
export interface SeedingOptions {
  /** K, from 1 to the number of rows. */
  readonly clusters: number;
  readonly random: UniformRandom;
  /** The hot loops; `simdKernels()` when absent. The same bits whichever. */
  readonly kernels?: ClusterKernels;
}

/**
 * K rows to start k-means from, far apart: the first at random, each next with a probability in proportion to
 * its squared distance to the nearest row taken. Of 2 + floor(log K) such draws the one is taken that leaves
 * the smallest sum of these distances.
 *
 * Once every row coincides with one taken, the first rows not yet taken follow.
 *
 * @param x  n x d
 * @returns K different indices of rows
 * @throws GaussmixError "clusters", and what asMatrix throws
 *
 * O(n K d log K). Arthur and Vassilvitskii (2007), k-means++: the advantages of careful seeding.
 */
export function kmeansPlusPlus(x: MatrixLike, options: SeedingOptions): Int32Array {
  const { clusters, random, kernels = simdKernels() } = options;
  const rows = asMatrix(x, 'kmeansPlusPlus');
  requireClusters(clusters, rows.rows, 'kmeansPlusPlus');
  return seedRows(rows, { clusters, random, kernels });
}
