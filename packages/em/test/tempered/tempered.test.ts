import { EEE, EII, EVI, fixed, VEV, VII, VVI, VVV } from '@gaussmix/covariance';
import { predict, predictProba } from '@gaussmix/distributions';
import { plainKernels } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import { lloyd } from '@gaussmix/kmeans';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Assignment,
  eStep,
  type FitOptions,
  fitMixture,
  fitMixtureAsync,
  iterate,
} from '../../src/index.ts';
import { correctDigits, flatMeans, parametersOf } from '../support/closeness.ts';
import { faithful, iris, stretchedBlobs } from '../support/csv.ts';
import { groupedRows } from '../support/random-data.ts';

const structures = { VVV, EEE, VVI, VII, EII, EVI, VEV };

/** A sum of n terms of size s is off by about n s epsilon at most, and at temperature T terms are of size T. */
const ROUNDING = 1e-12;

describe.each(Object.entries(structures))('with covariance %s', (_, covariance) => {
  test('no iteration loses of the objective, at any temperature', () => {
    fc.assert(
      fc.property(
        fc.record({
          rows: fc.integer({ min: 20, max: 80 }),
          columns: fc.integer({ min: 1, max: 3 }),
          groups: fc.integer({ min: 1, max: 3 }),
          separation: fc.constantFrom(0, 1, 3, 10),
          seed: fc.integer({ min: 0, max: 1e6 }),
        }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(0, 1e-3, 0.3, 0.8, 1, 1.5, 4, 100),
        (problem, components, temperature) => {
          const trace = traceOf(groupedRows(problem), {
            components,
            covariance,
            assignment: { temperature },
            regularization: 0,
            seed: problem.seed,
            initial: 'random-from-data',
            restarts: 1,
            tolerance: 0,
            maxIterations: 30,
          });
          for (let t = 1; t < trace.length; t++) {
            const size = Math.abs(trace[t]!) + problem.rows * (1 + temperature);
            expect(trace[t]! - trace[t - 1]!).toBeGreaterThanOrEqual(-ROUNDING * size);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

test.each([
  [1, 'soft'],
  [0, 'hard'],
] as const)('temperature %d is "%s", to the last bit', (temperature, named) => {
  for (const covariance of [VVV, EEE, VVI]) {
    const options: FitOptions = { components: 3, covariance, restarts: 2, seed: 5 };
    const fit = fitMixture(iris(), { ...options, assignment: named });
    expect(fitMixture(iris(), { ...options, assignment: { temperature } })).toEqual(fit);
    const shares = eStep(fit.mixture, iris(), { assignment: { temperature } });
    expect(shares).toEqual(eStep(fit.mixture, iris(), { assignment: named }));
  }
});

test('every kind of kernels, at once or over an engine, gives the same bits', async () => {
  for (const covariance of [VVV, EEE, VVI]) {
    const options: FitOptions = { components: 3, covariance, assignment: { temperature: 2.5 }, restarts: 2 };
    const fit = fitMixture(iris(), { ...options, kernels: plainKernels });
    expect(fitMixture(iris(), { ...options, kernels: simdKernels() })).toEqual(fit);
    expect(await fitMixtureAsync(iris(), options)).toEqual(fit);
  }
});

test('one common sphere, equal weights and temperature 0 are k-means, step by step', () => {
  // ln (N_k / K) = -|x - mu_k|^2 / (2 v) + the same for all k: whatever v, the most likely is the nearest.
  for (const [x, rows] of [
    [iris(), [0, 60, 120]],
    [stretchedBlobs(), [0, 1, 2, 3]],
    [faithful(), [0, 2]],
  ] as const) {
    const means = rows.map((i) => x[i]!);
    const steps = [...lloyd(x, { centers: means })];
    const states = iterate(x, {
      covariance: EII,
      assignment: { temperature: 0 },
      weights: 'equal',
      initial: { means },
      tolerance: 0,
      maxIterations: steps.length - 1,
    });
    let t = 0;
    for (const { mixture } of states) {
      const { centers, labels } = steps[t++]!;
      expect(correctDigits(flatMeans(mixture), centers.data)).toBeGreaterThan(12);
      expect([...predict(mixture, x)]).toEqual([...labels]);
    }
    expect(t).toBe(steps.length);
    expect(t).toBeGreaterThan(2);
  }
});

test('of equal spheres that stay, temperature T is EM with T times the variance', () => {
  // (e^(-s / 2v))^(1/T) = e^(-s / 2vT), and what does not depend on k cancels.
  const x = faithful();
  const initial = { means: [x[0]!, x[1]!] };
  const sphere = (variance: number) => fixed({ form: 'identity', dimension: 2, variance });
  const options: FitOptions = { initial, weights: 'equal', tolerance: 0, maxIterations: 6 };
  for (const temperature of [0.25, 3]) {
    const tempered = fitMixture(x, { ...options, covariance: sphere(4), assignment: { temperature } });
    const wider = fitMixture(x, { ...options, covariance: sphere(4 * temperature) });
    expect(correctDigits(flatMeans(tempered.mixture), flatMeans(wider.mixture))).toBeGreaterThan(12);
  }
});

test('from temperature 0 on shares grow softer, and the most likely component stays', () => {
  const { mixture } = fitMixture(faithful(), { components: 3 });
  const largest = [0, 1e-3, 0.5, 1, 2, 1e6].map((temperature) => {
    const { responsibilities } = eStep(mixture, faithful(), { assignment: { temperature } });
    return Array.from({ length: responsibilities.rows }, (_, i) =>
      Math.max(...responsibilities.data.subarray(3 * i, 3 * i + 3)),
    );
  });
  for (let t = 1; t < largest.length; t++) {
    expect(largest[t]!.every((share, i) => share <= largest[t - 1]![i]! + 1e-15)).toBe(true);
  }
  expect(new Set(largest[0])).toEqual(new Set([1]));
  expect(Math.max(...largest.at(-1)!)).toBeLessThan(1 / 3 + 1e-3);
  const hard = eStep(mixture, faithful(), { assignment: 'hard' }).responsibilities;
  const labels = Array.from({ length: hard.rows }, (_, i) => hard.data.indexOf(1, 3 * i) - 3 * i);
  expect(labels).toEqual([...predict(mixture, faithful())]);
});

test('an E-step without options says posteriors, as ever', () => {
  const { mixture } = fitMixture(faithful(), { components: 2 });
  expect(eStep(mixture, faithful()).responsibilities).toEqual(predictProba(mixture, faithful()));
});

test('tempered fits are run at the plain pace', () => {
  const options: FitOptions = { components: 2, assignment: { temperature: 1.2 }, restarts: 1 };
  const plain = fitMixture(faithful(), { ...options, acceleration: 'none' });
  expect(plain.converged).toBe(true);
  expect(fitMixture(faithful(), { ...options, acceleration: 'anderson' })).toEqual(plain);
});

test('a fit found by annealing, from warm to 1, keeps the likelihood of the mixture', () => {
  const x = iris();
  let initial: FitOptions['initial'] = { means: [x[0]!, x[1]!, x[2]!] };
  for (const temperature of [1.4, 1.2, 1]) {
    const fit = fitMixture(x, { initial, assignment: { temperature }, tolerance: 1e-6, maxIterations: 2000 });
    const objectiveIsLikelihood = fit.trace.at(-1) === fit.logLikelihood;
    expect(objectiveIsLikelihood).toBe(temperature === 1);
    initial = fit.mixture;
  }
  const again = fitMixture(x, { initial, maxIterations: 0 });
  expect(correctDigits(parametersOf(again.mixture), parametersOf(initial as never))).toBeGreaterThan(12);
});

describe('a temperature that is none', () => {
  const must = 'assignment must be "soft", "hard" or { temperature } from 0 to 1e6, got';
  test.each([
    [{ temperature: -0.5 }, 'a temperature of -0.5'],
    [{ temperature: Number.NaN }, 'a temperature of NaN'],
    [{ temperature: 2e6 }, 'a temperature of 2000000'],
    [{}, 'an object with nothing'],
    [null, 'null'],
    [2, '2'],
    ['warm', '"warm"'],
  ])('%j is refused', (given, got) => {
    const assignment = given as Assignment;
    expect(() => fitMixture(faithful(), { components: 2, assignment })).toThrow(`fitMixture: ${must} ${got}`);
    const { mixture } = fitMixture(faithful(), { components: 1 });
    expect(() => eStep(mixture, faithful(), { assignment })).toThrow(`eStep: ${must} ${got}`);
  });
});

/** The trace of a fit; empty when a component collapsed, which some random problems must. */
function traceOf(x: number[][], options: FitOptions): readonly number[] {
  try {
    return fitMixture(x, options).trace;
  } catch (error) {
    expect((error as { code?: string }).code).toMatch(/collapsed|few-rows/);
    return [];
  }
}
