import { describe, expect, it } from 'vitest';
import { kmeans, nearestCenters } from '../src/index.ts';
import { messageOf } from './message-of.ts';
import { readTable } from './read-table.ts';

describe('nearestCenters', () => {
  it('takes the nearest, and of two as near the first', () => {
    expect(nearestCenters([-1, 1, 2, 3, 9], [0, 4])).toEqual(Int32Array.of(0, 0, 0, 1, 1));
  });

  it('gives the rows that k-means was run on their labels', () => {
    const rows = readTable('iris', 4);
    const { centers, labels } = kmeans(rows, { clusters: 4 });
    expect(nearestCenters(rows, centers)).toEqual(labels);
  });

  it('refuses centers with other columns', () => {
    expect(messageOf(() => nearestCenters([[1, 2, 3]], [[1, 2]]))).toBe(
      'nearestCenters: x must have as many columns as the centers (2), got 3',
    );
  });
});
