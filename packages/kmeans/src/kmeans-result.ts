import type { Matrix } from '@gaussmix/linalg';

/** Rows cut into clusters, each about its center. */
export interface KMeansState {
  /** K x d, in the units of the data. */
  readonly centers: Matrix;
  /** The cluster of each of the n rows: the nearest center, the first of them where several are as near. */
  readonly labels: Int32Array;
  /** Sum over the rows of the squared distance to their center, in squared units of the data. */
  readonly inertia: number;
  /** How often the centers have moved. */
  readonly iterations: number;
}

/** Where k-means ended. */
export interface KMeansResult extends KMeansState {
  /** Nothing moves any more: every row is at its nearest center, every center is the mean of its rows. */
  readonly converged: boolean;
}
