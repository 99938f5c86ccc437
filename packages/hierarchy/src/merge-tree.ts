import type { TreeModel } from './models/tree-model.ts';

/**
 * Which groups were merged, step by step, until one was left. Plain data.
 *
 * A group is known by a number, that of its first initial group: merging groups a < b leaves group a.
 */
export interface MergeTree {
  /** The model whose likelihood was to be kept. */
  readonly model: TreeModel;
  /** The initial group of each of the n rows, 0 to G - 1 in order of appearance: 0 to n - 1 where none were given. */
  readonly groups: Int32Array;
  /** 2 (G - 1) numbers: step t merges group merges[2 t] with the larger merges[2 t + 1]. */
  readonly merges: Int32Array;
  /**
   * G - 1 numbers: by how much each step raised the criterion of the model; in EEE, once |S| alone decides, by which part
   * of itself |S| rose.
   */
  readonly costs: Float64Array;
}
