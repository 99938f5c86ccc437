import { createMixture, scoreSamples } from '@gaussmix/distributions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inDataUnits,
  parseTable,
  prepare,
  standardizeMixture,
  undoStandardize,
  undoStandardizeShift,
} from '../../src/index.ts';
import { mixtures } from '../mixtures.ts';

describe('undoStandardize', () => {
  it('scales means and standard deviations and shifts the mean', () => {
    // z has mean (1, 2) and covariance 4 I: x = (10, 20) + (3, 5) z has mean (13, 30) and variances 36 and 100.
    const mixture = {
      dimension: 2,
      weights: Float64Array.of(1),
      means: [Float64Array.of(1, 2)],
      covariances: [{ form: 'identity', dimension: 2, variance: 4 } as const],
      origin: new Float64Array(2),
      offsets: [Float64Array.of(1, 2)],
    };
    const undone = undoStandardize(mixture, { kind: 'standardize', means: [10, 20], scales: [3, 5] });
    expect(undone.means).toEqual([Float64Array.of(13, 30)]);
    expect(undone.covariances).toEqual([{ form: 'diagonal', variances: Float64Array.of(36, 100) }]);
  });

  it('is undone by standardizeMixture', () => {
    const z = { form: 'diagonal', variances: Float64Array.of(4, 9) } as const;
    const transform = { kind: 'standardize', means: [8, -16], scales: [2, 0.5] } as const;
    // Powers of two: nothing is rounded.
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [
        [1, 2],
        [3, 4],
      ],
      covariances: [z, z],
    });
    const there = undoStandardize(mixture, transform);
    expect(there.means).toEqual([Float64Array.of(10, -15), Float64Array.of(14, -14)]);
    const back = standardizeMixture(there, transform);
    expect([back.means, back.covariances]).toEqual([mixture.means, mixture.covariances]);
    expect(back.covariances[1]).toBe(back.covariances[0]);
  });

  it('shifts the log-density of a row by the logarithms of the scales', () => {
    const shift = undoStandardizeShift({ kind: 'standardize', means: [0, 0], scales: [2, 8] });
    expect(shift).toBeCloseTo(-4 * Math.LN2, 14);
  });
});

describe('inDataUnits', () => {
  const table = parseTable('x,y,z\n1,10,a\n2,30,b\n4,20,a\n8,70,b', { name: 'units.csv' });

  it('gives the mixture and the likelihood that the raw data would have had', () => {
    const raw = prepare(table);
    const prepared = prepare(table, { standardize: true });
    fc.assert(
      fc.property(mixtures({ dimension: 2, exponent: 0 }), (mixture) => {
        const logLikelihood = scoreSamples(mixture, prepared.matrix).reduce((a, b) => a + b);
        const fitted = { mixture, logLikelihood, rows: prepared.matrix.rows };
        const undone = inDataUnits(fitted, prepared.transforms);
        expect(undone.transforms).toEqual([]);
        const expected = scoreSamples(undone.mixture, raw.matrix).reduce((a, b) => a + b);
        // Distances of up to some hundred standard deviations are squared: their rounding is what may differ.
        expect(Math.abs(undone.logLikelihood - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
      }),
    );
  });

  it('keeps the encoding in front of standardizing', () => {
    const { transforms } = prepare(table, { oneHot: 'z', standardize: true });
    const mixture = fc.sample(mixtures({ dimension: 3, exponent: 0 }), { numRuns: 1, seed: 1 })[0]!;
    expect(inDataUnits({ mixture, logLikelihood: 0, rows: 4 }, transforms).transforms).toEqual([
      { kind: 'one-hot', column: 'z', levels: ['a', 'b'] },
    ]);
  });

  it('changes nothing when principal components follow, or nothing was standardized', () => {
    const mixture = fc.sample(mixtures({ dimension: 2, exponent: 0 }), { numRuns: 1, seed: 2 })[0]!;
    for (const options of [{}, { pca: 2 }, { standardize: true, pca: 2 }]) {
      const { transforms } = prepare(table, options);
      expect(inDataUnits({ mixture, logLikelihood: -5, rows: 4 }, transforms)).toEqual({
        mixture,
        logLikelihood: -5,
        transforms,
      });
    }
  });
});
