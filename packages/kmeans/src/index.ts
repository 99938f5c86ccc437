export { type KMeansOptions, kmeans } from './kmeans.ts';
export { kmeansOnce } from './kmeans-once.ts';
export { kmeansPlusPlus } from './kmeans-plus-plus.ts';
export type { KMeansResult, KMeansState } from './kmeans-result.ts';
export { type LloydOptions, lloyd } from './lloyd.ts';
export { nearestCenters } from './nearest-centers.ts';
