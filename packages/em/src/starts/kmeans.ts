import { kmeans } from '@gaussmix/kmeans';
import { mixtureOfPartition } from './mixture-of-partition.ts';
import type { Start } from './start-context.ts';

/** The clusters of k-means from one k-means++ seeding. */
export const fromKmeans: Start = (context) => {
  const { labels } = kmeans(context.startRows(), {
    clusters: context.components,
    seed: context.seed,
    restarts: 1,
    kernels: context.kernels,
  });
  return mixtureOfPartition(labels, context);
};
