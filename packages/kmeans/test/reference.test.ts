import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kmeans } from '../src/index.ts';
import { readTable } from './read-table.ts';

type Data = 'iris' | 'faithful';

interface Reference {
  lloyd: {
    data: Data;
    initial: number[][];
    centers: number[][];
    labels: number[];
    inertia: number;
    iterations: number;
  }[];
  best: { data: Data; clusters: number; inertia: number }[];
}

const reference: Reference = JSON.parse(
  readFileSync(new URL('./reference/kmeans.json', import.meta.url), 'utf8'),
);
const tables = { iris: readTable('iris', 4), faithful: readTable('faithful', 2) };

/** What scikit-learn loses itself, by |x|^2 - 2 x c + |c|^2 and by sums that do not start at the center. */
const TOLERANCE = 1e-12;

describe.each(reference.lloyd)(
  "Lloyd's algorithm on $data from $initial.length given centers",
  (expected) => {
    it('ends as in scikit-learn, after as many moves', () => {
      const { initial, data } = expected;
      const found = kmeans(tables[data], { clusters: initial.length, initial });
      expect([...found.labels]).toEqual(expected.labels);
      expect(found.iterations).toBe(expected.iterations);
      expect(found.converged).toBe(true);
      expect(Math.abs(found.inertia / expected.inertia - 1)).toBeLessThan(TOLERANCE);
      for (const [i, value] of expected.centers.flat().entries()) {
        expect(Math.abs(found.centers.data[i]! / value - 1)).toBeLessThan(TOLERANCE);
      }
    });
  },
);

describe.each(reference.best)('$clusters clusters of $data', ({ data, clusters, inertia }) => {
  it("are as good from 100 starts as scikit-learn's from 100", () => {
    const found = kmeans(tables[data], { clusters, restarts: 100 });
    expect(found.inertia).toBeLessThanOrEqual(inertia * (1 + TOLERANCE));
  });
});
