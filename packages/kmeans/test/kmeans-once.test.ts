import { createRandom, createUniformRandom } from '@gaussmix/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kmeans, kmeansOnce } from '../src/index.ts';
import { blobs } from './blobs.ts';
import { messageOf } from './message-of.ts';

describe('kmeansOnce', () => {
  it('is the first restart of kmeans, when it draws from the same source', () => {
    fc.assert(
      fc.property(blobs, fc.integer(), ({ rows, centers: { length: clusters } }, seed) => {
        const once = kmeansOnce(rows, { clusters, random: createUniformRandom(seed).fork(0) });
        expect(once).toEqual(kmeans(rows, { clusters, seed, restarts: 1 }));
      }),
    );
  });

  it('refuses more clusters than rows, and than different rows', () => {
    const random = createRandom(0);
    expect(messageOf(() => kmeansOnce([1, 2, 3], { clusters: 4, random }))).toBe(
      'kmeansOnce: clusters must be a whole number from 1 to the number of rows (3), got 4',
    );
    expect(messageOf(() => kmeansOnce([1, 1, 2, 2], { clusters: 3, random }))).toBe(
      'kmeans: clusters must be at most the number of different rows (2), got 3. Try fewer clusters.',
    );
  });
});
