import { factorAnalyzers, families, fixed } from '@gaussmix/covariance';
import { plainKernels } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import {
  fitMixture,
  type GradientOptions,
  type GradientState,
  gradientAscent,
  iterate,
  type StructureLike,
} from '../../src/index.ts';
import { correctDigits, flatMeans, parametersOf } from '../support/closeness.ts';
import { faithful } from '../support/csv.ts';
import { groupedRows } from '../support/random-data.ts';

/** A whole ascent. */
function ascend(x: number[] | number[][], options: GradientOptions) {
  const ascent = gradientAscent(x, options);
  const states: GradientState[] = [];
  for (;;) {
    const next = ascent.next();
    if (next.done) return { states, fit: next.value };
    states.push(next.value);
  }
}

/** Two groups, ten standard deviations apart. */
const separated = groupedRows({ rows: 60, columns: 2, groups: 2, separation: 10, seed: 1 });
const overlapping = groupedRows({ rows: 60, columns: 2, groups: 2, separation: 2, seed: 4 });

const structures: readonly (readonly [string, StructureLike])[] = [
  ...families.map(({ name, structure }) => [name, structure] as const),
  ['fixed', fixed({ form: 'identity', dimension: 2, variance: 1 })],
];

describe.each(structures)('with covariance %s', (_, covariance) => {
  test.each([
    ['separated', separated],
    ['overlapping', overlapping],
  ] as const)('likelihood never falls, on %s groups', (__, x) => {
    const initial = { means: [x[0]!, x[1]!] };
    const { states, fit } = ascend(x, { covariance, initial, maxIterations: 40 });
    expect(states.length).toBe(fit.iterations + 1);
    for (let t = 1; t < states.length; t++) {
      expect(states[t]!.logLikelihood).toBeGreaterThan(states[t - 1]!.logLikelihood);
      expect(states[t]!.step).toBeGreaterThan(0);
      expect(states[t]!.passes).toBeGreaterThan(states[t - 1]!.passes);
    }
    expect(states.length).toBeGreaterThan(2);
    expect(fit.trace).toEqual(states.map(({ logLikelihood }) => logLikelihood));
  });

  test('ends where EM ends, and takes more iterations on separated groups', () => {
    const x = separated;
    const initial = { means: [x[0]!, x[1]!] };
    const options = { covariance, initial, maxIterations: 20_000 };
    const em = fitMixture(x, { ...options, acceleration: 'none', tolerance: 1e-12 });
    const { states, fit } = ascend(x, options);
    expect(fit.converged).toBe(true);
    expect(fit.warnings).toEqual([]);
    expect(states.at(-1)!.gradientNorm).toBeLessThanOrEqual(1e-6);
    expect(Math.abs(fit.logLikelihood - em.logLikelihood)).toBeLessThan(1e-6);
    expect(correctDigits(flatMeans(fit.mixture), flatMeans(em.mixture))).toBeGreaterThan(4);
    const arrived = (trace: readonly number[]) =>
      trace.findIndex((objective) => em.logLikelihood - objective < 1e-5);
    expect(arrived(fit.trace)).toBeGreaterThan(arrived(em.trace));
  });
});

test('factor analyzers are climbed too, from their sketches’ own full moments', () => {
  const x = groupedRows({ rows: 200, columns: 4, groups: 2, separation: 6, seed: 2 });
  const covariance = factorAnalyzers(1);
  const initial = { means: [x[0]!, x[1]!] };
  const { states } = ascend(x, { covariance, initial, maxIterations: 30 });
  for (let t = 1; t < states.length; t++) {
    expect(states[t]!.logLikelihood).toBeGreaterThan(states[t - 1]!.logLikelihood);
  }
  expect(states.length).toBe(31);
  expect(states.at(-1)!.mixture.covariances.map(({ form }) => form)).toEqual(['low-rank', 'low-rank']);
});

test('starts are those of iterate, for every kind of start', () => {
  const x = faithful();
  const labels = x.map((_, i) => i % 3);
  for (const initial of ['kmeans', 'k-means++', 'random', 'random-from-data', { labels }] as const) {
    const options = { components: 3, initial, seed: 3 } as const;
    const first = gradientAscent(x, options).next().value as GradientState;
    const other = iterate(x, options).next().value as unknown as GradientState;
    expect(parametersOf(first.mixture)).toEqual(parametersOf(other.mixture));
    expect(first.logLikelihood).toBeCloseTo(other.logLikelihood, 9);
  }
});

test('weights that are equal stay so, and tied covariances are one object', () => {
  const initial = {
    means: [
      [2, 54],
      [4.3, 80],
    ],
  };
  const { fit } = ascend(faithful(), { covariance: 'tied', weights: 'equal', initial, maxIterations: 20 });
  expect([...fit.mixture.weights]).toEqual([0.5, 0.5]);
  expect(fit.mixture.covariances[0]).toBe(fit.mixture.covariances[1]);
  expect(fit.parameters).toBe(7);
});

test('units and offsets do not matter', () => {
  const x = faithful();
  const moved = x.map(([a, b]) => [1024 * a! + 2 ** 20, b! / 64]);
  const initial = { means: [x[0]!, x[1]!] };
  const there = { means: [moved[0]!, moved[1]!] };
  const { fit } = ascend(x, { initial, maxIterations: 30 });
  const { fit: other } = ascend(moved, { initial: there, maxIterations: 30 });
  expect(correctDigits(other.mixture.weights, fit.mixture.weights)).toBeGreaterThan(8);
  const shift = x.length * (Math.log(1024) - Math.log(64));
  expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood - shift, 6);
});

test('a start outside of the family is taken to its nearest member', () => {
  const initial = {
    means: [
      [2, 54],
      [4.3, 80],
    ],
    covariances: [1, 4],
  };
  const first = gradientAscent(faithful(), { covariance: 'tied', initial }).next().value as GradientState;
  expect(first.mixture.covariances[0]).toBe(first.mixture.covariances[1]);
});

test('any kernels give the same bits', () => {
  const options = { components: 2, seed: 1, maxIterations: 25 };
  const { states, fit } = ascend(faithful(), options);
  expect(ascend(faithful(), { ...options, kernels: plainKernels })).toEqual({ states, fit });
});

test('an ascent that is stopped before it has arrived says so', () => {
  const { fit, states } = ascend(faithful(), { components: 2, maxIterations: 2, tolerance: 1e-7 });
  const norm = states.at(-1)!.gradientNorm.toPrecision(3);
  expect(fit.converged).toBe(false);
  expect(fit.warnings.map(({ message }) => message)).toEqual([
    `the gradient still has norm ${norm} after 2 iterations, more than the tolerance (1e-7). ` +
      'Try more iterations, or EM, which is fitMixture.',
  ]);
});

describe('a step', () => {
  test('that is too long loses likelihood, which one that is sought does not', () => {
    const initial = {
      means: [
        [2, 54],
        [4.3, 80],
      ],
    };
    const { states } = ascend(faithful(), { initial, step: 0.5, maxIterations: 200, tolerance: 0 });
    expect(states.some(({ logLikelihood }, t) => t > 0 && logLikelihood < states[t - 1]!.logLikelihood)).toBe(
      true,
    );
  });

  test('that leads to no mixture is an error', () => {
    expect(() => ascend(faithful(), { components: 2, step: 1e300 })).toThrow(
      'gradientAscent: step must be small enough to lead to a mixture, got 1e+300. Try a smaller one, or none.',
    );
  });

  test.each([0, -0.25, Number.NaN, Infinity])('of %d is refused', (step) => {
    expect(() => ascend(faithful(), { components: 2, step })).toThrow(
      `gradientAscent: step must be a positive number, got ${step}`,
    );
  });
});

test('bad options are refused by name', () => {
  expect(() => ascend(faithful(), { components: 0 })).toThrow(
    'gradientAscent: components must be a whole number from 1 to the number of rows (272), got 0',
  );
  expect(() => ascend(faithful(), { components: 2, tolerance: -1 })).toThrow(
    'gradientAscent: tolerance must be a number, at least 0, got -1',
  );
});
