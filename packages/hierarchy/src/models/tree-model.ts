/** Whose likelihood a tree keeps, by mclust's names: spheres or ellipsoids, alike (E) or each its own (V). */
export type TreeModel = 'EII' | 'VII' | 'EEE' | 'VVV';

/** What merging costs by a model, while the groups that are left change. */
export interface MergeCosts {
  /** True when a merge leaves the costs of all pairs without the merged group as they are. */
  readonly steady: boolean;
  /**
   * What merging groups i and j would add to the criterion.
   *
   * @param limit  where the cost is larger, any number larger than the limit will do
   */
  cost(i: number, j: number, limit: number): number;
  /**
   * Merges group b into group a < b.
   *
   * @returns the fraction that costs of other pairs have kept, at least
   */
  merge(a: number, b: number): number;
}
