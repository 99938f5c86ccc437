import { kmeansPlusPlus, nearestCenters } from '@gaussmix/kmeans';
import { takeRows } from '@gaussmix/linalg';
import { createUniformRandom } from '@gaussmix/random';
import { mixtureOfPartition } from './mixture-of-partition.ts';
import type { Start } from './start-context.ts';

/** Each row with the nearest of K rows drawn by k-means++. */
export const fromKmeansPlusPlus: Start = (context) => {
  const { components: clusters, seed, kernels } = context;
  const rows = context.startRows();
  const drawn = kmeansPlusPlus(rows, { clusters, random: createUniformRandom(seed), kernels });
  return mixtureOfPartition(nearestCenters(rows, takeRows(rows, drawn), { kernels }), context);
};
