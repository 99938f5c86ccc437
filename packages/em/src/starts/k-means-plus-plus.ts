import { kmeansPlusPlus, nearestCenters } from '@gaussmix/kmeans';
import { createMatrix } from '@gaussmix/linalg';
import { createRandom } from '@gaussmix/random';
import { mixtureOfPartition } from './mixture-of-partition.ts';
import type { Start } from './start-context.ts';

/** Each row with the nearest of K rows drawn by k-means++. */
export const fromKmeansPlusPlus: Start = (context) => {
  const { components, seed, kernels } = context;
  const rows = context.startRows();
  const d = rows.columns;
  const seeds = kmeansPlusPlus(rows, { clusters: components, random: createRandom(seed), kernels });
  const centers = createMatrix(components, d);
  for (const [k, i] of seeds.entries()) centers.data.set(rows.data.subarray(i * d, (i + 1) * d), k * d);
  return mixtureOfPartition(nearestCenters(rows, centers, { kernels }), context);
};
