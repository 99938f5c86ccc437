import { fitMixture } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import {
  type BootstrapProgress,
  bootstrapIntervals,
  bootstrapIntervalsAsync,
  fitReplicate,
  type ParameterTable,
} from '../../src/index.ts';
import { readDataset, readReference } from '../read-reference.ts';

interface Reference {
  level: number;
  standardErrors: { weights: number[]; means: number[][]; covariances: number[][][] };
  lower: { weights: number[]; means: number[][] };
  upper: { weights: number[]; means: number[][] };
}

const reference = readReference<{ nonparametric: Reference; parametric: Reference }>(
  'bootstrap-intervals.json',
);
const { x } = readDataset('faithful', ['eruptions', 'waiting']);
const fit = fitMixture(x, { components: 2 });

/** Weights and means in one list. */
const flat = ({ weights, means }: Pick<ParameterTable, 'weights' | 'means'>): number[] => [
  ...weights,
  ...means.flatMap((mean) => Array.from(mean)),
];

describe('Intervals are those of mclust, as far as 999 replicates tell', () => {
  test.each(['nonparametric', 'parametric'] as const)('%s', (kind) => {
    const { level, standardErrors, lower, upper } = reference[kind];
    const ours = bootstrapIntervals(fit, x, { kind, level });
    const scales = standardErrors.means.flat();
    const errors = [...standardErrors.weights, ...scales];
    // A standard deviation of 999 is known to 1 / sqrt(2 * 999), which is 2 in 100, on both sides: four times that.
    for (const [at, error] of flat(ours.standardErrors).entries()) {
      expect(Math.abs(error / errors[at]! - 1)).toBeLessThan(4 * Math.sqrt(2 / (2 * 999)));
    }
    for (const [k, covariance] of standardErrors.covariances.entries()) {
      for (const [at, error] of covariance.flat().entries()) {
        // Their kurtosis is higher: that of a squared normal makes their spread known to half as many digits.
        const found = ours.standardErrors.covariances[k]!.data[at]!;
        expect(Math.abs(found / error - 1)).toBeLessThan(8 * Math.sqrt(2 / (2 * 999)));
      }
    }
    // The 5th percentile of 999 normals is known to sqrt(0.05 * 0.95 / 999) / 0.103 = 0.067 standard deviations.
    for (const [mine, theirs] of [
      [flat(ours.lower), [...lower.weights, ...lower.means.flat()]],
      [flat(ours.upper), [...upper.weights, ...upper.means.flat()]],
    ] as const) {
      for (const [at, end] of mine.entries()) {
        expect(Math.abs(end - theirs[at]!)).toBeLessThan(4 * Math.SQRT2 * 0.067 * errors[at]!);
      }
    }
    expect([ours.kind, ours.level, ours.replicates, ours.failed]).toEqual([kind, level, 999, 0]);
  });
});

test('Percentiles are those between the sorted estimates, standard errors their standard deviation.', async () => {
  // Replicates are made up: mean r, variance r^2 + 1, for r = 0 .. 4. Of those, 0.1 and 0.9 lie at 0.4 and 3.6.
  const { mixture } = fitMixture([1, 2, 4, 5], { components: 1 });
  const { lower, upper, standardErrors } = await bootstrapIntervalsAsync(mixture, [1, 2, 4, 5], {
    replicates: 5,
    level: 0.8,
    runner: ({ replicate: r }) => ({
      mixture: {
        ...mixture,
        means: [Float64Array.of(r)],
        covariances: [{ form: 'identity', dimension: 1, variance: r * r + 1 }],
      },
    }),
  });
  expect([lower.means[0]![0], upper.means[0]![0]].map((end) => end!.toFixed(12))).toEqual([
    '0.400000000000',
    '3.600000000000',
  ]);
  // Of 1, 2, 5, 10, 17.
  expect(
    [lower.covariances[0]!.data[0], upper.covariances[0]!.data[0]].map((end) => end!.toFixed(12)),
  ).toEqual(['1.400000000000', '14.200000000000']);
  expect(standardErrors.means[0]![0]).toBeCloseTo(Math.sqrt(10 / 4), 12);
  expect(standardErrors.weights[0]).toBe(0);
});

describe('Replicates', () => {
  const few = x.filter((_, i) => i % 4 === 0);
  const small = fitMixture(few, { components: 2, covariance: 'diag' });
  const options = { covariance: 'diag', replicates: 8, seed: 4 } as const;

  test('are the same for the same seed, wherever they are made', async () => {
    const seen: BootstrapProgress[] = [];
    const here = bootstrapIntervals(small, few, { ...options, onReplicate: (p) => seen.push(p) });
    expect(seen.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(seen[0]).toEqual({ components: 2, done: 1, replicates: 8 });
    expect(await bootstrapIntervalsAsync(small.mixture, few, options)).toEqual(here);
    const there = await bootstrapIntervalsAsync(small, few, {
      ...options,
      runner: async (spec) => {
        await new Promise((resolve) => setTimeout(resolve, 8 - spec.replicate));
        return fitReplicate(few, structuredClone(spec));
      },
    });
    expect(there).toEqual(here);
    expect(structuredClone(here)).toEqual(here);
    expect(bootstrapIntervals(small, few, { ...options, seed: 5 })).not.toEqual(here);
  });

  test('in which a component collapses are left out', () => {
    // The second component holds three rows: in a draw in seven it holds one row alone, again and again.
    const rows = [0, 0.5, 1, 1.2, 2, 2.2, 1.7, 0.3, 100, 101, 103];
    const fitted = fitMixture(rows, { initial: { labels: rows.map((v) => Number(v > 50)) } });
    const { failed, failures, replicates } = bootstrapIntervals(fitted, rows, { replicates: 60 });
    expect(replicates).toBe(60);
    expect(failed).toBeGreaterThan(0);
    expect(failures).toHaveLength(failed);
  });
});

describe('What has no intervals is refused', () => {
  const refusing = (options: Parameters<typeof bootstrapIntervals>[2], rows = x) =>
    expect(() => bootstrapIntervals(fit, rows, options));

  test('one replicate', () => {
    refusing({ replicates: 1 }).toThrow(
      new GaussmixError(
        'replicates',
        'bootstrapIntervals: replicates must be a whole number, at least 2, got 1. Try 999.',
      ),
    );
  });

  test('a level of 95', () => {
    refusing({ level: 95 }).toThrow(
      new GaussmixError('level', 'bootstrapIntervals: level must be between 0 and 1, got 95. Try 0.95.'),
    );
  });

  test('a kind that there is not', () => {
    refusing({ kind: 'smooth' as never }).toThrow(
      new GaussmixError(
        'kind',
        'bootstrapIntervals: kind must be "parametric" or "nonparametric", got "smooth".',
      ),
    );
  });

  test("options that are not the fit's", () => {
    refusing({ covariance: 'spherical' }).toThrow(
      new GaussmixError(
        'parameters',
        'bootstrapIntervals: covariance and weights must be those of the fit, which has 11 free parameters, ' +
          'got options that make 7. Try the options that were given to fitMixture.',
      ),
    );
  });

  test('rows of another width', () => {
    refusing({}, [[1], [2], [4]]).toThrow(
      new GaussmixError(
        'shape',
        'bootstrapIntervals: x must have as many columns as the mixture (2), got 1.',
      ),
    );
  });
});
