import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agglomerate, cutTree } from '../src/index.ts';
import { clouds } from './clouds.ts';
import { messageOf } from './message-of.ts';

describe('cutTree', () => {
  const tree = agglomerate([9, 0, 10, 1, 5.2], { model: 'EII' });

  it('labels clusters from 0 in order of appearance', () => {
    expect([...cutTree(tree, 5)]).toEqual([0, 1, 2, 3, 4]);
    expect([...cutTree(tree, 3)]).toEqual([0, 1, 0, 1, 2]);
    expect([...cutTree(tree, 1)]).toEqual([0, 0, 0, 0, 0]);
  });

  it('has as many clusters as it was asked for, each a union of clusters of every finer cut', () => {
    fc.assert(
      fc.property(clouds, ({ rows, model }) => {
        const tree = agglomerate(rows, { model });
        let finer = cutTree(tree, rows.length);
        for (let clusters = rows.length - 1; clusters >= 1; clusters--) {
          const labels = cutTree(tree, clusters);
          expect(new Set(labels).size).toBe(clusters);
          const parents = new Map<number, number>();
          for (const [i, label] of finer.entries()) {
            expect(parents.get(label) ?? labels[i]).toBe(labels[i]);
            parents.set(label, labels[i]!);
          }
          finer = labels;
        }
      }),
    );
  });

  it('refuses a number of clusters that the tree never had', () => {
    for (const clusters of [0, 6, 2.5]) {
      expect(messageOf(() => cutTree(tree, clusters))).toBe(
        `cutTree: clusters must be a whole number from 1 to the number of initial groups (5), got ${clusters}`,
      );
    }
    expect(() => cutTree(tree, 6)).toThrow(expect.objectContaining({ code: 'clusters' }));
  });
});
