import { GaussmixError } from '@gaussmix/kernels';
import type { MergeTree } from './merge-tree.ts';

/**
 * The clusters that were left when a tree had come down to so many. Cuts of one tree are nested: fewer clusters are
 * unions of more.
 *
 * @param clusters  from 1 to the number of initial groups
 * @returns the cluster of each of the n rows, counted from 0 in order of appearance
 * @throws GaussmixError "clusters"
 *
 * O(n).
 */
export function cutTree(tree: MergeTree, clusters: number): Int32Array {
  const groups = tree.costs.length + 1;
  if (!(Number.isInteger(clusters) && clusters >= 1 && clusters <= groups)) {
    throw new GaussmixError(
      'clusters',
      `cutTree: clusters must be a whole number from 1 to the number of initial groups (${groups}), got ${clusters}`,
    );
  }
  const into = Int32Array.from({ length: groups }, (_, group) => group);
  for (let t = 0; t < groups - clusters; t++) into[tree.merges[2 * t + 1]!] = tree.merges[2 * t]!;
  // Groups are numbered by their first row and merge into smaller numbers, so smaller ones have their label already.
  const labels = new Int32Array(groups);
  let next = 0;
  for (let group = 0; group < groups; group++) {
    labels[group] = into[group] === group ? next++ : labels[into[group]!]!;
  }
  return tree.groups.map((group) => labels[group]!);
}
