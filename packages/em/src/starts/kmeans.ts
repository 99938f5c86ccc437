import { kmeansOnce } from '@gaussmix/kmeans';
import { createUniformRandom } from '@gaussmix/random';
import { mixtureOfPartition } from './mixture-of-partition.ts';
import type { Start } from './start-context.ts';

/** The clusters of k-means from one k-means++ seeding. */
export const fromKmeans: Start = (context) => {
  const { components: clusters, seed, kernels } = context;
  // The draws of the first restart of kmeans.
  const random = createUniformRandom(seed).fork(0);
  const { labels } = kmeansOnce(context.startRows(), { clusters, random, kernels });
  return mixtureOfPartition(labels, context);
};
