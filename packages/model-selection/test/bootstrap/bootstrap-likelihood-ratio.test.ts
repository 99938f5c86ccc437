import { createMixture, sample } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BootstrapProgress,
  bootstrapLikelihoodRatio,
  bootstrapLikelihoodRatioAsync,
  fitReplicate,
} from '../../src/index.ts';
import { readDataset, readReference } from '../read-reference.ts';

interface MclustTest {
  rows: string;
  covariance: 'full' | 'tied';
  components: number | number[];
  statistics: number | number[];
  pValues: number | number[];
}

const faithful = readDataset('faithful', ['eruptions', 'waiting']).x;
const long = faithful.filter(([eruptions = 0]) => eruptions > 3);
const sets: Record<string, number[][]> = {
  faithful,
  waiting: faithful.map(([, waiting = 0]) => [waiting]),
  'long faithful': long,
  'long waiting': long.map(([, waiting = 0]) => [waiting]),
  'long eruptions': long.map(([eruptions = 0]) => [eruptions]),
};

const { tests } = readReference<{ tests: MclustTest[] }>('bootstrap-likelihood-ratio.json');
const each = tests.flatMap(({ rows, covariance, components, statistics, pValues }) =>
  [components].flat().map((count, at) => ({
    rows,
    covariance,
    components: count,
    statistic: [statistics].flat()[at]!,
    /** Since one component: the statistics of the tests so far add up. */
    gained: [statistics]
      .flat()
      .slice(0, at + 1)
      .reduce((sum, own) => sum + own, 0),
    pValue: [pValues].flat()[at]!,
  })),
);

describe('No optimum of mclust is better', () => {
  test.each(each)('$rows, $covariance, $components components', (reference) => {
    const { rows, covariance, components, gained } = reference;
    const x = sets[rows]!;
    const { statistic, nullFit, alternativeFit } = bootstrapLikelihoodRatio(x, {
      components,
      covariance,
      replicates: 1,
    });
    const single = fitMixture(x, { components: 1, covariance });
    expect(2 * (alternativeFit.logLikelihood - single.logLikelihood)).toBeGreaterThan(gained - 1e-4);
    expect(statistic).toBeGreaterThanOrEqual(0);
    expect(2 * (alternativeFit.logLikelihood - nullFit.logLikelihood)).toBeCloseTo(statistic, 9);
    expect(nullFit.mixture.weights.length).toBe(components);
    expect(alternativeFit.mixture.weights.length).toBe(components + 1);
  });

  test('One against two: the same optimum, the same number.', () => {
    const references = each.filter(({ rows, components }) => rows === 'faithful' && components === 1);
    for (const { covariance, statistic } of references) {
      const test = bootstrapLikelihoodRatio(faithful, { components: 1, covariance, replicates: 1 });
      // Of the two, mclust's VVV lacks 2e-4: it stops early.
      expect(Math.abs(test.statistic - statistic)).toBeLessThan(5e-4);
    }
  });
});

describe('Verdicts are those of mclust', () => {
  const clear = each.filter(({ components, pValue }) => components === 1 && (pValue < 0.05 || pValue > 0.8));
  test.each(clear)('$rows, $covariance, p = $pValue', ({ rows, covariance, pValue }) => {
    const test = bootstrapLikelihoodRatio(sets[rows]!, { components: 1, covariance, replicates: 19 });
    if (pValue < 0.05) expect(test.pValue).toBeLessThan(0.1);
    else expect(test.pValue).toBeGreaterThan(0.1);
  });
});

test('The replicates of one normal have the distribution that NumPy finds.', () => {
  const { rows, levels, quantiles } = readReference<{ rows: number; levels: number[]; quantiles: number[] }>(
    'null-distribution.json',
  );
  const x = sample(oneNormal, rows, { seed: 3 }).rows;
  const { replicates } = bootstrapLikelihoodRatio(x, { components: 1, covariance: 'tied', replicates: 60 });
  for (const [at, level] of levels.entries()) {
    if (level < 0.5) continue; // there the reference's plain EM has not come to its end
    const below = replicates.filter((statistic) => statistic < quantiles[at]!).length;
    const deviation = Math.sqrt(60 * level * (1 - level));
    expect(Math.abs(below - 60 * level)).toBeLessThan(3 * deviation);
  }
});

const oneNormal = createMixture({
  weights: [1],
  means: [[5]],
  covariances: [{ form: 'identity', dimension: 1, variance: 4 }],
});

test('Under one normal p-values are uniform: the statistic does not change with location and scale.', () => {
  // Barnard (1963): of 1 + 4 equally distributed statistics, each is as likely to be the largest.
  const samples = 30;
  let small = 0;
  for (let seed = 0; seed < samples; seed++) {
    const { rows } = sample(oneNormal, 30, { seed });
    const { pValue } = bootstrapLikelihoodRatio(rows, {
      components: 1,
      covariance: 'tied',
      replicates: 4,
      seed,
    });
    if (pValue <= 0.4) small++;
  }
  expect(Math.abs(small - 0.4 * samples)).toBeLessThan(3 * Math.sqrt(samples * 0.4 * 0.6));
});

test('One component more never costs likelihood.', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
        minLength: 12,
        maxLength: 20,
      }),
      fc.constantFrom(1, 2),
      (points, components) => {
        const x = points.map(([a, b], i) => [a + i / 7, b - (i * i) / 11]);
        const options = { components, covariance: 'tied', replicates: 1, effort: 'quick' } as const;
        const { nullFit, alternativeFit } = bootstrapLikelihoodRatio(x, options);
        return alternativeFit.logLikelihood >= nullFit.logLikelihood - 1e-6 * x.length;
      },
    ),
    { numRuns: 25, seed: 1 },
  );
});

describe('A test in the background', () => {
  const x = faithful.filter((_, i) => i % 4 === 0);
  const options = { components: 2, covariance: 'diag', replicates: 6, seed: 5 } as const;
  const here = bootstrapLikelihoodRatio(x, options);

  test('has the bits of one at once', async () => {
    expect(await bootstrapLikelihoodRatioAsync(x, options)).toEqual(here);
    expect(structuredClone(here)).toEqual(here);
  });

  test('does not depend on where and when replicates are made', async () => {
    const seen: BootstrapProgress[] = [];
    const there = await bootstrapLikelihoodRatioAsync(x, {
      ...options,
      onReplicate: (progress) => seen.push(progress),
      runner: async (spec) => {
        const { replicate } = spec;
        await new Promise((resolve) => setTimeout(resolve, 6 - replicate));
        return fitReplicate(x, structuredClone(spec));
      },
    });
    expect(there).toEqual(here);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((done) => ({ components: 2, done, replicates: 6 })));
  });

  test('ends when its signal says so', async () => {
    const ended = new AbortController();
    const reason = new Error('enough');
    const run = bootstrapLikelihoodRatioAsync(x, {
      ...options,
      signal: ended.signal,
      onReplicate: ({ done }) => done === 2 && ended.abort(reason),
    });
    await expect(run).rejects.toBe(reason);
  });

  test('refuses what a runner makes up', async () => {
    const run = bootstrapLikelihoodRatioAsync(x, { ...options, runner: () => undefined as never });
    await expect(run).rejects.toThrow(
      new GaussmixError(
        'runner',
        'bootstrap: the runner must return what fitReplicate returned, got undefined.',
      ),
    );
  });
});

test('Replicates without a fit are left out and counted; without any there is no test.', async () => {
  const x = faithful.filter((_, i) => i % 8 === 0);
  const run = (fails: (replicate: number) => boolean) =>
    bootstrapLikelihoodRatioAsync(x, {
      components: 1,
      replicates: 4,
      runner: ({ replicate }) =>
        fails(replicate) ? { error: `no luck in ${replicate}` } : { statistic: 10 * replicate },
    });
  const some = await run((replicate) => replicate % 2 === 0);
  expect([some.failed, some.failures, Array.from(some.replicates)]).toEqual([
    2,
    ['no luck in 0', 'no luck in 2'],
    [10, 30],
  ]);
  await expect(run(() => true)).rejects.toThrow(
    new GaussmixError(
      'nothing-fitted',
      'bootstrapLikelihoodRatioAsync: 1 replicates or more must have a fit, got 0 of 4. ' +
        'The first failed so: no luck in 0',
    ),
  );
});

describe('What cannot be tested is refused', () => {
  test.each([0, 1.5, 6, -1])('%d components of six rows', (components) => {
    expect(() => bootstrapLikelihoodRatio([1, 2, 4, 5, 7, 9], { components })).toThrow(
      new GaussmixError(
        'components',
        'bootstrapLikelihoodRatio: components must be a whole number from 1 to less than the number of rows (6), ' +
          `got ${components}.`,
      ),
    );
  });

  test.each([0, 2.5])('%d replicates', (replicates) => {
    expect(() => bootstrapLikelihoodRatio([1, 2, 4], { components: 1, replicates })).toThrow(
      new GaussmixError(
        'replicates',
        `bootstrapLikelihoodRatio: replicates must be a whole number, at least 1, got ${replicates}. Try 999.`,
      ),
    );
  });
});
