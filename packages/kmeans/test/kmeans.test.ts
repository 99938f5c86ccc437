import { GaussmixError } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KMeansOptions, kmeans } from '../src/index.ts';
import { blobs } from './blobs.ts';
import { messageOf } from './message-of.ts';

const square = [
  [0, 0],
  [0, 1],
  [10, 0],
  [10, 1],
];

describe('kmeans', () => {
  it('finds the two ends of a rectangle', () => {
    const { centers, labels, inertia, converged } = kmeans(square, { clusters: 2 });
    expect(labels[0]).toBe(labels[1]);
    expect(labels[2]).toBe(labels[3]);
    expect(labels[0]).not.toBe(labels[2]);
    expect([...centers.data].sort((a, b) => a - b)).toEqual([0, 0.5, 0.5, 10]);
    expect(inertia).toBe(1);
    expect(converged).toBe(true);
  });

  it('gives each row its own cluster, with inertia 0, when asked for as many', () => {
    const { labels, inertia } = kmeans(square, { clusters: 4 });
    expect(new Set(labels).size).toBe(4);
    expect(inertia).toBe(0);
  });

  it('gives the same bits for the same seed, which is 0 when absent, and other starts for another', () => {
    const rows = Array.from({ length: 200 }, (_, i) => [Math.imul(i, 2654435761) % 1000, (i * i) % 877]);
    const options = { clusters: 12, restarts: 1 };
    expect(kmeans(rows, options)).toEqual(kmeans(rows, { ...options, seed: 0 }));
    const inertias = Array.from({ length: 8 }, (_, seed) => kmeans(rows, { ...options, seed }).inertia);
    expect(new Set(inertias).size).toBeGreaterThan(1);
  });

  it('is never worse for more restarts', () => {
    fc.assert(
      fc.property(blobs, fc.constantFrom('k-means++' as const, 'random' as const), ({ rows }, initial) => {
        const few = kmeans(rows, { clusters: 4, restarts: 2, initial });
        const more = kmeans(rows, { clusters: 4, restarts: 6, initial });
        expect(more.inertia).toBeLessThanOrEqual(few.inertia);
      }),
    );
  });

  it('starts from given centers, cluster k from row k', () => {
    const initial = [
      [9, 9],
      [1, 1],
    ];
    expect([...kmeans(square, { clusters: 2, initial }).labels]).toEqual([1, 1, 0, 0]);
  });

  it('works on 50 copies of one point among 50 others', () => {
    const rows = Array.from({ length: 100 }, (_, i) => (i < 50 ? [5, 5] : [i, (i * 7) % 13]));
    const { centers, inertia, labels } = kmeans(rows, { clusters: 6 });
    expect(centers.data.every(Number.isFinite)).toBe(true);
    expect(Number.isFinite(inertia)).toBe(true);
    expect(new Set(labels).size).toBe(6);
    expect(new Set(labels.subarray(0, 50)).size).toBe(1);
  });

  it.each([{ initial: 'k-means++' as const }, { initial: 'random' as const }])(
    'says how many rows differ when they are fewer than clusters, from $initial',
    ({ initial }) => {
      const rows = [0.1, 0.2, 0.1, 0.3, 0.2, 0.1, 0.3].map((value) => [value, 1 / 3]);
      expect(messageOf(() => kmeans(rows, { clusters: 5, initial }))).toBe(
        'kmeans: clusters must be at most the number of different rows (3), got 5. Try fewer clusters.',
      );
      expect(kmeans(rows, { clusters: 3, initial }).inertia).toBeLessThan(1e-30);
    },
  );

  it('refuses what does not fit, with a code', () => {
    const cases: [KMeansOptions, string, string][] = [
      [
        { clusters: 0 },
        'clusters',
        'clusters must be a whole number from 1 to the number of rows (4), got 0',
      ],
      [
        { clusters: 5 },
        'clusters',
        'clusters must be a whole number from 1 to the number of rows (4), got 5',
      ],
      [
        { clusters: 1.5 },
        'clusters',
        'clusters must be a whole number from 1 to the number of rows (4), got 1.5',
      ],
      [{ clusters: 2, restarts: 0 }, 'count', 'restarts must be a whole number from 1 on, got 0'],
      [
        { clusters: 2, maxIterations: 0.5 },
        'count',
        'maxIterations must be a whole number from 0 on, got 0.5',
      ],
      [
        { clusters: 3, initial: square },
        'initial',
        'initial must have a row for each of the 3 clusters and 2 columns like x, got 4 x 2',
      ],
      [
        { clusters: 2, initial: 'kmeans' as 'random' },
        'initial',
        'initial must be "k-means++", "random" or centers, got "kmeans"',
      ],
    ];
    for (const [options, code, text] of cases) {
      expect(messageOf(() => kmeans(square, options))).toBe(`kmeans: ${text}`);
      expect(() => kmeans(square, options)).toThrow(expect.objectContaining({ code }));
      expect(() => kmeans(square, options)).toThrow(GaussmixError);
    }
    expect(messageOf(() => kmeans([], { clusters: 1 }))).toBe(
      'kmeans: x must have at least one row, got none.',
    );
  });
});
