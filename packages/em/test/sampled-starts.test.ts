import { createMixture, type Mixture, sample } from '@gaussmix/distributions';
import { describe, expect, it } from 'vitest';
import {
  type EngineFactory,
  type FitOptions,
  fitMixture,
  fitMixtureAsync,
  memoryEngine,
} from '../src/index.ts';

const ROWS = 30_000;

/** Three groups in two dimensions, of which two overlap. */
const truth: Mixture = createMixture({
  weights: [0.5, 0.3, 0.2],
  means: [
    [0, 0],
    [3, 1],
    [-2, 6],
  ],
  // Lower factors, row by row.
  covariances: [
    [1, 0, 0.5, 0.87],
    [0.7, 0, 0, 1.4],
    [1, 0, -0.3, 0.55],
  ].map((factor) => ({ form: 'dense', dimension: 2, factor: Float64Array.from(factor) })),
});
const { rows: x } = sample(truth, ROWS, { seed: 7 });
const options: FitOptions = { components: 3, seed: 3, restarts: 4 };

describe('Starts on a sample', () => {
  it('end at the optimum that starts on all rows find', () => {
    const sampled = fitMixture(x, options);
    const all = fitMixture(x, { ...options, startRows: Infinity });
    // Both have at most the tolerance of 1e-8 nats per row to gain.
    expect(Math.abs(sampled.logLikelihood - all.logLikelihood)).toBeLessThan(ROWS * 2e-8);
    expect(sampled.restarts).toMatchObject({ total: 4, failed: 0 });
    expect(sampled.rows).toBe(ROWS);
  });

  it('pass over all rows for one run alone', async () => {
    const passes = { all: 0 };
    const counting: EngineFactory = (rows) => {
      const engine = memoryEngine(rows);
      return {
        ...engine,
        moments(request) {
          passes.all += 1;
          return engine.moments(request);
        },
      };
    };
    const fit = await fitMixtureAsync(x, { ...options, engine: counting });
    // The start and each iteration.
    expect(passes.all).toBe(fit.iterations + 1);
    expect(fit.trace).toHaveLength(fit.iterations + 1);
  });

  it('give the same bits at once and in turns, and twice', async () => {
    const once = fitMixture(x, options);
    expect(fitMixture(x, options)).toStrictEqual(once);
    expect(await fitMixtureAsync(x, options)).toStrictEqual(once);
  });

  it('report a likelihood that is estimated for all rows', () => {
    const reported: number[] = [];
    const fit = fitMixture(x, {
      ...options,
      onIteration: ({ logLikelihood }) => reported.push(logLikelihood),
    });
    expect(reported.length).toBeGreaterThan(fit.trace.length);
    // A sample of 4,096 rows tells the mean log-density, of deviation about 1, to 0.016: three of these.
    const last = reported[reported.length - fit.trace.length - 1]!;
    expect(Math.abs(last - fit.logLikelihood) / ROWS).toBeLessThan(0.05);
  });

  it('are not taken of fewer rows than two samples, of one start, or of a given one', () => {
    const small = { data: x.data.slice(0, 2 * 8_191), rows: 8_191, columns: 2 };
    for (const [data, chosen] of [
      [small, options],
      [x, { ...options, restarts: 1 }],
      [x, { ...options, initial: truth }],
    ] as const) {
      expect(fitMixture(data, chosen)).toStrictEqual(fitMixture(data, { ...chosen, startRows: Infinity }));
    }
  });

  it('are taken of as many rows as asked for', () => {
    const fit = fitMixture(x, { ...options, startRows: 500 });
    expect(fit.converged).toBe(true);
    expect(Math.abs(fit.logLikelihood - fitMixture(x, options).logLikelihood)).toBeLessThan(ROWS * 2e-8);
  });

  it('give way to all rows where the sample has too few different ones', () => {
    // All rows but three are equal: a sample of ten holds hardly any of the others.
    const rows = Array.from({ length: 4000 }, (_, i) => (i < 3 ? [i + 1, i * i] : [0, 0]));
    const chosen: FitOptions = { components: 3, covariance: 'spherical', regularization: 0.1, startRows: 10 };
    expect(fitMixture(rows, chosen)).toStrictEqual(fitMixture(rows, { ...chosen, startRows: Infinity }));
  });

  it('refuse a number of rows that is none', () => {
    expect(() => fitMixture(x, { ...options, startRows: 0.5 })).toThrow(
      'fitMixture: startRows must be a whole number, at least 1, or Infinity, got 0.5',
    );
  });
});
