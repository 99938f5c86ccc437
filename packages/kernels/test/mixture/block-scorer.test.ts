import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockScores, blockScorer, rowPosterior } from '../../src/index.ts';
import { packedMixtures, vectors } from './packed-mixtures.ts';

const scored = packedMixtures.chain((packed) =>
  fc.record({
    packed: fc.constant(packed),
    rows: fc.integer({ min: 1, max: 20 }).chain((n) => vectors(n * packed.dimension, 1e3)),
    skipped: fc.nat(3),
  }),
);

describe('blockScorer', () => {
  it('says of each row of a block what rowPosterior says of it, every component counted', () => {
    fc.assert(
      fc.property(scored, ({ packed, rows, skipped }) => {
        const { components, dimension: d } = packed;
        const to = rows.length / d;
        const from = Math.min(skipped, to);
        const scores = blockScorer(packed)({ rows, from, to });
        const posteriorOf = rowPosterior(packed, 'all');
        for (let i = from; i < to; i++) {
          const { posteriors, logDensity, label } = posteriorOf(rows, i * d);
          const at = (i - from) * components;
          expect(scores.posteriors.slice(at, at + components)).toEqual(posteriors);
          expect([scores.logDensities[i - from], scores.labels[i - from]]).toEqual([logDensity, label]);
        }
      }),
    );
  });

  it('counts components that are too far to matter', () => {
    // A deviation of 30 gives e^-450, which an E-step would leave out.
    const line = {
      components: 2,
      dimension: 1,
      packing: 'diagonal' as const,
      shared: false,
      constants: Float64Array.of(0, 0),
      weights: Float64Array.of(0.5, 0.5),
      means: Float64Array.of(0, 30),
      factors: Float64Array.of(1, 1),
    };
    const [near, far] = blockScorer(line)({ rows: Float64Array.of(0), from: 0, to: 1 }).posteriors;
    expect(near).toBe(1);
    expect(Math.abs(far! / Math.exp(-450) - 1)).toBeLessThan(1e-14);
  });

  it('overwrites its answer, block after block', () => {
    const packed = fc.sample(packedMixtures, { numRuns: 1, seed: 1 })[0]!;
    const score = blockScorer(packed);
    const rows = new Float64Array(2 * packed.dimension);
    const first: BlockScores = score({ rows, from: 0, to: 2 });
    expect(score({ rows, from: 1, to: 2 })).toBe(first);
  });
});
