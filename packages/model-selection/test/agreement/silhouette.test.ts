import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import { silhouette } from '../../src/index.ts';
import { readDataset, readReference } from '../read-reference.ts';

interface Case {
  title: string;
  dataset: string;
  columns: string[];
  labels: (number | string)[];
  perRow: number[];
  mean: number;
}

const { silhouettes } = readReference<{ silhouettes: Case[] }>('agreement.json');

/** Means of a few hundred distances, each rounded a few times, then a difference of two of them. */
const rounding = 1e-13;

describe('Silhouettes are those of scikit-learn', () => {
  test.each(silhouettes)('for $title', ({ dataset, columns, labels, perRow, mean }) => {
    const { x } = readDataset(dataset, columns);
    const ours = silhouette(x, labels);
    expect(ours.perRow).toHaveLength(perRow.length);
    perRow.forEach((value, i) => {
      expect(Math.abs(ours.perRow[i]! - value)).toBeLessThan(rounding);
    });
    expect(Math.abs(ours.mean - mean)).toBeLessThan(rounding);
  });
});

test('By hand: two pairs on a line, 1 apart and 10 away.', () => {
  // Row 0 is 1 from its own and (10 + 11) / 2 from the others; row 1 is 1 and (9 + 10) / 2.
  const { perRow, mean } = silhouette([0, 1, 10, 11], ['a', 'a', 'b', 'b']);
  const [outer, inner] = [(10.5 - 1) / 10.5, (9.5 - 1) / 9.5];
  expect([...perRow]).toEqual([outer, inner, inner, outer]);
  expect(mean).toBeCloseTo((outer + inner) / 2, 15);
});

test('A row alone in its cluster has 0, and so has one without any distance.', () => {
  expect([...silhouette([0, 1, 5], [0, 0, 1]).perRow]).toEqual([4 / 5, 3 / 4, 0]);
  expect([...silhouette([3, 3, 3, 3], [0, 0, 1, 1]).perRow]).toEqual([0, 0, 0, 0]);
});

test('There must be two clusters, and fewer than rows.', () => {
  const refused = (rows: number, clusters: number) =>
    new GaussmixError(
      'labels',
      'silhouette: labels must name from 2 clusters to one less than the number of rows ' +
        `(${rows}), got ${clusters}.`,
    );
  expect(() => silhouette([1, 2, 3, 4], [5, 5, 5, 5])).toThrow(refused(4, 1));
  expect(() => silhouette([1, 2, 3], [5, 6, 7])).toThrow(refused(3, 3));
});

test('Every row needs a label.', () => {
  expect(() => silhouette([1, 2, 3], [0, 1])).toThrow(
    new GaussmixError(
      'shape',
      'silhouette: labels must name the cluster of each of the 3 rows, got 2 of them.',
    ),
  );
});
