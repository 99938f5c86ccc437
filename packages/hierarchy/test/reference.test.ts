import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agglomerate, cutTree, scaledSvd, type TreeModel } from '../src/index.ts';
import { readTable } from './read-table.ts';

interface Tree {
  data: string;
  model: TreeModel;
  use: 'VARS' | 'SVD';
  partition?: number[];
  merges: [number, number][];
}

interface Reference {
  data: Record<string, number[][]>;
  mclust: Tree[];
  formula: Tree[];
  labels: { data: 'iris' | 'faithful' | 'diabetes'; model: TreeModel; labels: number[][] }[];
}

const reference: Reference = JSON.parse(
  readFileSync(new URL('./reference/trees.json', import.meta.url), 'utf8'),
);

function mergesOf({ data, use, model, partition }: Tree): number[] {
  const rows = reference.data[data]!;
  return [...agglomerate(use === 'SVD' ? scaledSvd(rows) : rows, { model, partition }).merges];
}

describe.each(reference.mclust)('$model of $data ($use)', (tree) => {
  it(`is mclust's tree${tree.partition ? ' from the same groups' : ''}, merge by merge`, () => {
    expect(mergesOf(tree)).toEqual(tree.merges.flat());
  });
});

describe.each(reference.formula)('$model of $data ($use)', (tree) => {
  it('is the tree of the formula, merge by merge', () => {
    expect(mergesOf(tree)).toEqual(tree.merges.flat());
  });
});

describe.each(reference.labels)('$model of $data, with its ties', ({ data, model, labels }) => {
  const tables = {
    iris: () => readTable('iris', 4),
    faithful: () => readTable('faithful', 2),
    diabetes: () => readTable('diabetes', 4).map((row) => row.slice(1)),
  };

  it("has mclust's clusters, 2 to 9", () => {
    const tree = agglomerate(scaledSvd(tables[data]()), { model });
    for (const [i, expected] of labels.entries()) {
      expect(inOrderOfAppearance(cutTree(tree, i + 2))).toEqual(inOrderOfAppearance(expected));
    }
  });
});

function inOrderOfAppearance(labels: ArrayLike<number>): number[] {
  const seen = [...new Set(Array.from(labels))];
  return Array.from(labels, (label) => seen.indexOf(label));
}
