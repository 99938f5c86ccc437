import { type ClassicStructureName, classicStructures } from '@gaussmix/covariance';
import { scoreSamples } from '@gaussmix/distributions';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FitOptions, fitMixture } from '../../src/index.ts';
import { faithful, iris } from '../support/csv.ts';
import { groupedRows } from '../support/random-data.ts';

const structures = Object.keys(classicStructures) as ClassicStructureName[];
// A sum of n terms of size s is off by about n s epsilon at most; the totals are compared, so this is what rounding can do.
const ROUNDING = 1e-12;

const problems = fc.record({
  rows: fc.integer({ min: 20, max: 120 }),
  columns: fc.integer({ min: 1, max: 4 }),
  groups: fc.integer({ min: 1, max: 4 }),
  separation: fc.constantFrom(0, 1, 3, 10),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

describe.each(structures)('with covariance %s', (covariance) => {
  test.each(['free', 'equal'] as const)('EM never loses likelihood, weights %s', (weights) => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 4 }), (problem, components) => {
        const x = groupedRows(problem);
        const options: FitOptions = {
          components,
          covariance,
          weights,
          regularization: 0,
          seed: problem.seed,
        };
        const trace = traceOf(x, {
          ...options,
          tolerance: 0,
          maxIterations: 60,
          initial: 'random-from-data',
          restarts: 1,
        });
        expectClimbing(trace, x.length);
      }),
      { numRuns: 40 },
    );
  });

  test('classification EM never loses classification likelihood', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 3 }), (problem, components) => {
        const x = groupedRows(problem);
        const options: FitOptions = {
          components,
          covariance,
          assignment: 'hard',
          regularization: 0,
          seed: problem.seed,
        };
        const trace = traceOf(x, {
          ...options,
          tolerance: 0,
          maxIterations: 30,
          initial: 'kmeans',
          restarts: 1,
        });
        expectClimbing(trace, x.length);
      }),
      { numRuns: 40 },
    );
  });

  test('the reported likelihood is that of the returned parameters, even when stopped early', () => {
    for (const maxIterations of [0, 1, 7, 1000]) {
      const x = iris();
      const fit = fitMixture(x, { components: 3, covariance, maxIterations, restarts: 2 });
      const total = scoreSamples(fit.mixture, x).reduce((sum, value) => sum + value, 0);
      expect(Math.abs(fit.logLikelihood - total)).toBeLessThan(ROUNDING * 10 * Math.abs(total));
      expect(fit.trace.at(-1)).toBe(fit.logLikelihood);
      expect(fit.trace.length).toBe(fit.iterations + 1);
    }
  });

  test('converged means that no more than the tolerance is left to gain', () => {
    for (const [x, components] of [
      [iris(), 3],
      [faithful(), 4],
      [groupedRows({ rows: 500, columns: 2, groups: 1, separation: 0, seed: 5 }), 2],
    ] as const) {
      const options: FitOptions = {
        components,
        covariance,
        initial: 'random-from-data',
        restarts: 1,
        seed: 3,
      };
      const fit = fitMixture(x, { ...options, maxIterations: 5000 });
      expect(fit.converged).toBe(true);
      const further = fitMixture(x, { ...options, tolerance: 0, maxIterations: fit.iterations + 2000 });
      expect(further.logLikelihood - fit.logLikelihood).toBeLessThan(1e-8 * x.length);
    }
  });

  test('a fit that is stopped before it converged says so', () => {
    const fit = fitMixture(faithful(), { components: 3, covariance, maxIterations: 3, restarts: 1 });
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ message }) => message)).toContain(
      'more than 1e-8 nats per row may be left to gain after 3 iterations. ' +
        'Try more iterations, a larger tolerance or fewer components.',
    );
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

function expectClimbing(trace: readonly number[], rows: number): void {
  for (let t = 1; t < trace.length; t++) {
    expect(trace[t]! - trace[t - 1]!).toBeGreaterThanOrEqual(-ROUNDING * (Math.abs(trace[t]!) + rows));
  }
}
