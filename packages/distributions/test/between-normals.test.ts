import { type Covariance, toDense } from '@gaussmix/covariance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  klDivergence,
  type MultivariateNormal,
  multivariateNormalLogDensities,
  sampleMultivariateNormal,
  squaredWasserstein,
} from '../src/index.ts';
import { normalOf, written } from './distribution-functions.ts';
import { lowerTriangles, vectors } from './mixtures.ts';
import { expectError } from './raises.ts';

const EPSILON = 2 ** -52;

/** So many tame normal distributions of one dimension, from 1 to 4. */
const normals = (count: number) =>
  fc.integer({ min: 1, max: 4 }).chain((d) =>
    fc.array(
      fc.tuple(vectors(d, 4), lowerTriangles(d)).map(([mean, factor]): MultivariateNormal => {
        return { mean, covariance: { form: 'dense', dimension: d, factor } };
      }),
      { minLength: count, maxLength: count },
    ),
  );

const standard = (dimension: number): Covariance => ({ form: 'identity', dimension, variance: 1 });

describe('klDivergence', () => {
  it.each(written.pairs.map((pair, at) => ({ ...pair, at })))(
    'has the digits of 60-digit arithmetic, pair $at',
    ({ a, b, divergence }) => {
      // Entries of solutions err by the condition number of the factor, below 100 but for the flat ones; theirs is exact.
      expect(Math.abs(klDivergence(normalOf(a), normalOf(b)) / divergence - 1)).toBeLessThan(100 * EPSILON);
    },
  );

  it('is 0 of a distribution from itself alone, and never negative', () => {
    fc.assert(
      fc.property(normals(2), ([a, b]) => {
        expect(klDivergence(a!, a!)).toBe(0);
        expect(klDivergence(a!, b!)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is the mean of the differences of log-densities', () => {
    const a = normalOf(written.pairs[1]!.a);
    const b = { ...a, covariance: standard(3) };
    const rows = sampleMultivariateNormal(a, 100_000, { seed: 2 });
    const [own, others] = [a, b].map((normal) => multivariateNormalLogDensities(normal, rows));
    const gains = own!.map((value, i) => value - others![i]!);
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    const variance = gains.reduce((sum, gain) => sum + (gain - mean) * (gain - mean), 0) / gains.length;
    expect(Math.abs(mean - klDivergence(a, b))).toBeLessThan(4 * Math.sqrt(variance / gains.length));
  });

  it('does not jump where the series for almost equal variances ends', () => {
    // KL(N(0, v) || N(0, 1)) = (v - 1 - ln v) / 2; at deviations 0.9 and 1.1 the forms meet.
    for (const deviation of [0.9, 1.1]) {
      const at = (sigma: number) =>
        klDivergence(
          { mean: [0], covariance: { form: 'dense', dimension: 1, factor: Float64Array.of(sigma) } },
          { mean: [0], covariance: standard(1) },
        );
      const expected = (deviation * deviation - 1 - 2 * Math.log(deviation)) / 2;
      for (const sigma of [deviation * (1 - 4 * EPSILON), deviation, deviation * (1 + 4 * EPSILON)]) {
        expect(Math.abs(at(sigma) - expected)).toBeLessThan(4 * EPSILON);
      }
    }
  });

  it('is Infinity beyond the largest double', () => {
    const [a, b] = [[1e200], [-1e200]].map((mean) => ({ mean, covariance: standard(1) }));
    expect(klDivergence(a!, b!)).toBe(Infinity);
    expect(squaredWasserstein(a!, b!)).toBe(Infinity);
  });
});

describe('squaredWasserstein', () => {
  it.each(written.pairs.map((pair, at) => ({ ...pair, at })))(
    'has the digits of 60-digit arithmetic, pair $at',
    ({ a, b, squaredWasserstein: truth }) => {
      const [first, second] = [normalOf(a), normalOf(b)];
      // Factors that are turned onto one another err by some roundings of their size, which count with the distance.
      const size = [first, second]
        .flatMap(({ covariance }) => diagonalOf(covariance))
        .reduce((sum, variance) => sum + variance, 0);
      const rounding = 20 * EPSILON * Math.sqrt(size);
      const bound = 20 * EPSILON * truth + 2 * rounding * Math.sqrt(truth) + rounding * rounding;
      expect(Math.abs(squaredWasserstein(first, second) - truth)).toBeLessThan(bound);
    },
  );

  it('of one variable is that of means and of deviations', () => {
    const a: MultivariateNormal = { mean: [1], covariance: { form: 'identity', dimension: 1, variance: 4 } };
    const b: MultivariateNormal = {
      mean: [4],
      covariance: { form: 'diagonal', variances: Float64Array.of(9) },
    };
    expect(squaredWasserstein(a, b)).toBeCloseTo(9 + 1, 14);
  });

  it('is symmetric, a distance, and invariant to turns', () => {
    fc.assert(
      fc.property(normals(3), ([a, b, c]) => {
        const distance = (p: MultivariateNormal, q: MultivariateNormal) =>
          Math.sqrt(squaredWasserstein(p, q));
        // Roots of squares of 20 roundings of factors below 4.
        expect(distance(a!, a!)).toBeLessThan(1e-13);
        expect(Math.abs(distance(a!, b!) - distance(b!, a!))).toBeLessThan(1e-13);
        expect(distance(a!, c!)).toBeLessThan(distance(a!, b!) + distance(b!, c!) + 1e-13);
      }),
    );
  });

  it('is at least the way of the means, and at most that with the ways of the factors', () => {
    fc.assert(
      fc.property(normals(2), ([a, b]) => {
        const apart = between(a!.mean, b!.mean);
        const factors = between(factorOf(a!.covariance), factorOf(b!.covariance));
        expect(squaredWasserstein(a!, b!)).toBeGreaterThanOrEqual(apart);
        expect(squaredWasserstein(a!, b!)).toBeLessThan((apart + factors) * (1 + 40 * EPSILON) + 1e-26);
      }),
    );
  });
});

it('both refuse distributions of different dimensions', () => {
  const normal = (mean: number[], d: number): MultivariateNormal => ({ mean, covariance: standard(d) });
  for (const [name, ask] of Object.entries({ klDivergence, squaredWasserstein })) {
    for (const [a, b, what, got] of [
      [normal([0, 0], 3), normal([0, 0], 2), 'the first covariance', 3],
      [normal([0, 0], 2), normal([0], 2), 'the second mean', 1],
      [normal([0, 0], 2), normal([0, 0], 4), 'the second covariance', 4],
    ] as const) {
      expectError(
        () => ask(a, b),
        'shape',
        `${name}: ${what} must have as many dimensions as the first mean (2), got ${got}.`,
      );
    }
  }
});

function diagonalOf(covariance: Covariance): number[] {
  const matrix = toDense(covariance);
  const d = Math.round(Math.sqrt(matrix.length));
  return Array.from({ length: d }, (_, j) => matrix[j * (d + 1)]!);
}

function factorOf(covariance: Covariance): Float64Array {
  return covariance.form === 'dense' ? covariance.factor : new Float64Array(0);
}

function between(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, j) => sum + (value - b[j]!) * (value - b[j]!), 0);
}
