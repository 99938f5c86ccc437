import { createRandom } from '@gaussmix/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kmeansPlusPlus } from '../src/index.ts';
import { blobs } from './blobs.ts';
import { messageOf } from './message-of.ts';

describe('kmeansPlusPlus', () => {
  it('takes pairs from the points 0, 1, 3 as often as follows from two draws each', () => {
    // From 0 the squared distances are 1 and 9, and taking 3 leaves less: 1 is taken when both draws are 1, 0.1^2.
    // From 1 they are 1 and 4, and taking 3 leaves less: 0 is taken with probability 0.2^2.
    // From 3 they are 9 and 4, and both leave 1: the first draw decides, 1 with probability 4/13.
    const probabilities = {
      '0,1': 0.01 / 3,
      '0,2': 0.99 / 3,
      '1,0': 0.04 / 3,
      '1,2': 0.96 / 3,
      '2,0': 9 / 13 / 3,
      '2,1': 4 / 13 / 3,
    };
    const draws = 30_000;
    const counts = new Map<string, number>();
    const random = createRandom(1);
    for (let i = 0; i < draws; i++) {
      const pair = kmeansPlusPlus([0, 1, 3], { clusters: 2, random }).join();
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    for (const [pair, p] of Object.entries(probabilities)) {
      const fiveStandardErrors = 5 * Math.sqrt(draws * p * (1 - p));
      expect(Math.abs((counts.get(pair) ?? 0) - draws * p)).toBeLessThan(fiveStandardErrors);
    }
  });

  it('takes different rows, none equal to one taken while others are left', () => {
    fc.assert(
      fc.property(blobs, fc.integer(), ({ rows, centers }, seed) => {
        const doubled = [...rows, ...rows];
        const taken = kmeansPlusPlus(doubled, { clusters: centers.length, random: createRandom(seed) });
        expect(new Set(taken.map((i) => i % rows.length)).size).toBe(centers.length);
      }),
    );
  });

  it('goes on with the first rows left when all are equal to one taken', () => {
    const taken = kmeansPlusPlus([7, 7, 7, 7], { clusters: 3, random: createRandom(0) });
    expect(new Set(taken).size).toBe(3);
  });

  it('gives the same rows for the same seed', () => {
    const rows = Array.from({ length: 50 }, (_, i) => [i, (i * i) % 17]);
    const taken = () => kmeansPlusPlus(rows, { clusters: 10, random: createRandom('seed') });
    expect(taken()).toEqual(taken());
  });

  it('refuses more clusters than rows', () => {
    expect(messageOf(() => kmeansPlusPlus([1, 2], { clusters: 3, random: createRandom(0) }))).toBe(
      'kmeansPlusPlus: clusters must be a whole number from 1 to the number of rows (2), got 3',
    );
  });
});
