import {
  type ClassicStructureName,
  type CovarianceStructure,
  classicStructures,
  fixed,
} from '@gaussmix/covariance';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FitOptions, fitMixture, fitMixtureAsync, iterate } from '../../src/index.ts';
import { correctDigits, parametersOf } from '../support/closeness.ts';
import { faithful, iris } from '../support/csv.ts';
import { groupedRows } from '../support/random-data.ts';

const structures = Object.keys(classicStructures) as ClassicStructureName[];
// A sum of n terms of size s is off by about n s epsilon at most; totals are compared, so this is what rounding can do.
const ROUNDING = 1e-12;

const overlapping = groupedRows({ rows: 300, columns: 2, groups: 3, separation: 1.2, seed: 4 });

/** The full structure as a stranger might write it, who looks at what comes in. */
function watched(seen: (positive: boolean) => void): CovarianceStructure {
  return {
    ...classicStructures.full,
    name: 'watched',
    estimate(moments, previous) {
      try {
        const covariances = classicStructures.full.estimate(moments, previous);
        seen(moments.counts.every((count) => count > 0));
        return covariances;
      } catch (error) {
        seen(false);
        throw error;
      }
    },
  };
}

describe.each(structures)('With covariance %s', (covariance) => {
  test.each(['free', 'equal'] as const)('no pass loses likelihood, weights %s', (weights) => {
    const problem = fc.record({
      rows: fc.integer({ min: 20, max: 120 }),
      columns: fc.integer({ min: 1, max: 4 }),
      groups: fc.integer({ min: 1, max: 4 }),
      separation: fc.constantFrom(0, 1, 3, 10),
      seed: fc.integer({ min: 0, max: 1e6 }),
    });
    fc.assert(
      fc.property(problem, fc.integer({ min: 1, max: 4 }), (data, components) => {
        const options: FitOptions = {
          ...{ components, covariance, weights, acceleration: 'anderson', regularization: 0 },
          ...{ seed: data.seed, tolerance: 0, maxIterations: 40, initial: 'random-from-data', restarts: 1 },
        };
        const trace = traceOf(groupedRows(data), options);
        for (let t = 1; t < trace.length; t++) {
          const noise = ROUNDING * (Math.abs(trace[t]!) + data.rows);
          expect(trace[t]! - trace[t - 1]!).toBeGreaterThanOrEqual(-noise);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the limit is plain EM’s, in every digit that the limit has', () => {
    const options: FitOptions = { components: 2, covariance, initial: 'kmeans', restarts: 1, tolerance: 0 };
    const plain = fitMixture(faithful(), { ...options, maxIterations: 300 });
    const fit = fitMixture(faithful(), { ...options, maxIterations: 60, acceleration: 'anderson' });
    expect(correctDigits(parametersOf(fit.mixture), parametersOf(plain.mixture))).toBeGreaterThan(12);
    expect(fit.iterations).toBe(60);
  });

  test('weights that are equal stay equal', () => {
    const options: FitOptions = {
      components: 3,
      covariance,
      weights: 'equal',
      initial: 'kmeans',
      restarts: 1,
    };
    const plain = fitMixture(overlapping, { ...options, acceleration: 'none', maxIterations: 5000 });
    const fit = fitMixture(overlapping, options);
    expect(fit.mixture.weights).toEqual(new Float64Array(3).fill(1 / 3));
    expect(fit.converged).toBe(true);
    expect(Math.abs(fit.logLikelihood - plain.logLikelihood)).toBeLessThan(2e-8 * 300);
    expect(fit.iterations).toBeLessThan(plain.iterations);
  });

  test('with a ridge of the user’s the limit is the same, also from above', () => {
    for (const regularization of [1e-6, 0.1]) {
      const best = fitMixture(overlapping, { components: 2, covariance, regularization: 0, restarts: 2 });
      const options: FitOptions = {
        covariance,
        regularization,
        initial: best.mixture,
        maxIterations: 20_000,
      };
      const plain = fitMixture(overlapping, { ...options, acceleration: 'none', tolerance: 1e-10 });
      const fit = fitMixture(overlapping, options);
      expect(fit.converged).toBe(true);
      expect(Math.abs(fit.logLikelihood - plain.logLikelihood)).toBeLessThan(1.5e-8 * 300);
    }
  });
});

test('a structure that nobody has seen before is accelerated, and never estimates from a count below zero', () => {
  const counts: boolean[] = [];
  const options: FitOptions = { components: 3, initial: 'kmeans', restarts: 1 };
  const fit = fitMixture(overlapping, {
    ...options,
    covariance: watched((positive) => counts.push(positive)),
  });
  const known = fitMixture(overlapping, { ...options, covariance: 'full' });
  expect(counts).not.toContain(false);
  expect(fit.trace).toEqual(known.trace);
  expect(fit.mixture).toEqual(known.mixture);
});

test('fixed covariances, and means alone to find, take fewer passes', () => {
  const covariance = fixed({ form: 'diagonal', variances: Float64Array.of(1, 1) });
  const options: FitOptions = { components: 2, covariance, initial: 'random-from-data', restarts: 1 };
  const plain = fitMixture(overlapping, { ...options, acceleration: 'none' });
  const fit = fitMixture(overlapping, options);
  expect(fit.converged && plain.converged).toBe(true);
  expect(fit.iterations).toBeLessThan(plain.iterations);
  expect(Math.abs(fit.logLikelihood - plain.logLikelihood)).toBeLessThan(2e-8 * 300);
});

test('with a tolerance of 0 plain EM is the default, bit for bit; either runs exactly as often as it is told', () => {
  for (const maxIterations of [0, 1, 2, 17]) {
    const options: FitOptions = { components: 3, maxIterations, tolerance: 0, restarts: 1 };
    const none = fitMixture(iris(), { ...options, acceleration: 'none' });
    expect(fitMixture(iris(), options)).toEqual(none);
    const fit = fitMixture(iris(), { ...options, acceleration: 'anderson' });
    expect(fit.iterations).toBe(maxIterations);
    expect(fit.trace.length).toBe(maxIterations + 1);
    expect(fit.trace.at(-1)).toBe(fit.logLikelihood);
  }
});

test('hard assignment is never accelerated', () => {
  const options: FitOptions = { components: 3, assignment: 'hard', restarts: 2 };
  const plain = fitMixture(iris(), { ...options, acceleration: 'none' });
  expect(fitMixture(iris(), { ...options, acceleration: 'anderson' })).toEqual(plain);
});

test('the same bits come twice, and from the asynchronous fit', async () => {
  const options: FitOptions = { components: 4, seed: 3, restarts: 3 };
  const fit = fitMixture(faithful(), options);
  expect(fitMixture(faithful(), options)).toEqual(fit);
  expect(await fitMixtureAsync(faithful(), options)).toEqual(fit);
});

test('from a given start component k of the answer grew from component k of the start', () => {
  const means = [
    [4.5, 80],
    [2, 54],
    [3.5, 70],
  ];
  const fit = fitMixture(faithful(), { initial: { means } });
  const turned = fitMixture(faithful(), { initial: { means: [means[1]!, means[2]!, means[0]!] } });
  expect(fit.mixture.means[0]![1]).toBeCloseTo(turned.mixture.means[2]![1]!, 3);
  expect(fit.mixture.means[1]![1]).toBeCloseTo(turned.mixture.means[0]![1]!, 3);
});

test('what iterate shows last is what it returns', () => {
  const steps = iterate(faithful(), { components: 3, initial: 'kmeans' });
  let last: { logLikelihood: number; iteration: number } | undefined;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      expect(step.value.logLikelihood).toBe(last!.logLikelihood);
      expect(step.value.iterations).toBe(last!.iteration);
      return;
    }
    last = step.value;
  }
});

test('converged means that plain EM, followed for thousands of passes, gains no more than the tolerance', () => {
  for (const seed of [0, 1, 2, 3, 4, 5]) {
    for (const initial of ['random', 'random-from-data'] as const) {
      const options: FitOptions = { components: 3, initial, seed, restarts: 1, covariance: 'diag' };
      const fit = fitMixture(overlapping, options);
      expect(fit.converged).toBe(true);
      const further = fitMixture(overlapping, {
        ...{ covariance: 'diag', initial: fit.mixture, tolerance: 0, maxIterations: 3000 },
      });
      expect(further.logLikelihood - fit.logLikelihood).toBeLessThan(1e-8 * overlapping.length);
    }
  }
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
