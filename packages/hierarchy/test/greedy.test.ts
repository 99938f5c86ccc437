import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agglomerate, cutTree } from '../src/index.ts';
import { clouds } from './clouds.ts';
import { criterion } from './criterion.ts';

/** Of rounding, in criteria that are sums of up to 24 terms below 1e4 (EEE: up to 1e7). */
const TOLERANCE = { EII: 1e-9, VII: 1e-9, VVV: 1e-6, EEE: 1e-4 };

describe('Each merge', () => {
  it('costs what it adds to the criterion, and no other pair would have added less', () => {
    fc.assert(
      fc.property(clouds, ({ rows, model }) => {
        // EEE goes over to the determinant alone where that is large: keep it small.
        const x = model === 'EEE' ? rows.map((row) => row.map((value) => value / 16)) : rows;
        const tree = agglomerate(x, { model });
        for (let clusters = x.length; clusters > Math.max(1, x.length - 6); clusters--) {
          const labels = cutTree(tree, clusters);
          const before = criterion(model, x, labels);
          const cost = tree.costs[x.length - clusters]!;
          let least = Infinity;
          for (let b = 1; b < clusters; b++) {
            for (let a = 0; a < b; a++) {
              const together = labels.map((label) => (label === b ? a : label));
              least = Math.min(least, criterion(model, x, together) - before);
            }
          }
          expect(Math.abs(cost - least)).toBeLessThan(TOLERANCE[model]);
          const next = cutTree(tree, clusters - 1);
          const after = criterion(model, x, next) - before;
          expect(Math.abs(cost - after)).toBeLessThan(TOLERANCE[model]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
