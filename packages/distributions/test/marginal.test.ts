import { type Covariance, covarianceFromDense, toDense, toFactor } from '@gaussmix/covariance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMixture, marginal, marginalCovariance, scoreSamples } from '../src/index.ts';
import { expectWithin } from './closeness.ts';
import { mixtureOf, written } from './distribution-functions.ts';
import { LINE, lowerTriangles, mixtures, PLANE } from './mixtures.ts';
import { expectError } from './raises.ts';

/** Different columns of d, in any order. */
function someColumns(d: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(
    Array.from({ length: d }, (_, j) => j),
    { minLength: 1 },
  );
}

/** Lower triangles of d x d numbers, one column of which may be very small. */
function thinTriangles(d: number): fc.Arbitrary<Float64Array> {
  return fc
    .tuple(lowerTriangles(d), fc.integer({ min: 0, max: d - 1 }), fc.constantFrom(1, 1e-9))
    .map(([factor, thin, size]) => factor.map((entry, at) => (at % d === thin ? size * entry : entry)));
}

describe('marginalCovariance', () => {
  it('has the rows and columns of the covariance that were asked for', () => {
    const cases = fc.integer({ min: 1, max: 6 }).chain((d) => fc.tuple(lowerTriangles(d), someColumns(d)));
    fc.assert(
      fc.property(cases, ([factor, columns]) => {
        const d = Math.sqrt(factor.length);
        const whole = toDense({ form: 'dense', dimension: d, factor });
        const part = toDense(marginalCovariance({ form: 'dense', dimension: d, factor }, columns));
        // Entries of L are at most 2, so those of Sigma at most 4 d; a few roundings of d products each.
        const tolerance = 4 * d * d * d * 2e-16;
        columns.forEach((row, i) => {
          columns.forEach((column, j) => {
            expect(Math.abs(part[i * columns.length + j]! - whole[row * d + column]!)).toBeLessThan(
              tolerance,
            );
          });
        });
      }),
    );
  });

  it('has a lower factor with a positive diagonal', () => {
    const cases = fc.integer({ min: 1, max: 6 }).chain((d) => fc.tuple(thinTriangles(d), someColumns(d)));
    fc.assert(
      fc.property(cases, ([factor, columns]) => {
        const m = columns.length;
        const part = toFactor(
          marginalCovariance({ form: 'dense', dimension: Math.sqrt(factor.length), factor }, columns),
        );
        for (let i = 0; i < m; i++) {
          expect(part[i * m + i]).toBeGreaterThan(0);
          for (let j = i + 1; j < m; j++) expect(part[i * m + j]).toBe(0);
        }
      }),
    );
  });

  it('is the covariance itself, bit by bit, when all coordinates are asked for in order', () => {
    const factor = Float64Array.of(0.1, 0, 0, 0.7, 0.3, 0, -1.1, 2, 1e-9);
    expect(marginalCovariance({ form: 'dense', dimension: 3, factor }, [0, 1, 2])).toEqual({
      form: 'dense',
      dimension: 3,
      factor,
    });
  });

  it('keeps the thin direction of a component that a product would lose', () => {
    // Sigma = [[1, 1], [1, 1 + 1e-24]] rounds to a singular matrix. Swapped, M = [[1, 0], [1, 1e-12]] to 1e-24.
    const factor = Float64Array.of(1, 0, 1, 1e-12);
    const swapped = toFactor(marginalCovariance({ form: 'dense', dimension: 2, factor }, [1, 0]));
    expect(swapped[0]).toBe(1);
    expect(swapped[2]).toBe(1);
    expect(swapped[3]! / 1e-12).toBeCloseTo(1, 3);
  });

  it.each([1e-200, 1e200])('does not under- or overflow at scale %d, where squares do', (scale) => {
    const factor = Float64Array.of(3, 0, 4, 5).map((entry) => scale * entry);
    const [m00, , m10, m11] = toFactor(marginalCovariance({ form: 'dense', dimension: 2, factor }, [1, 0]));
    // Sigma = [[9, 12], [12, 41]]: M = [[sqrt 41, 0], [12 / sqrt 41, sqrt(9 - 144 / 41)]]
    expect(m00! / scale).toBeCloseTo(Math.sqrt(41), 13);
    expect(m10! / scale).toBeCloseTo(12 / Math.sqrt(41), 13);
    expect(m11! / scale).toBeCloseTo(15 / Math.sqrt(41), 13);
  });

  it('takes every form of covariance', () => {
    expect(toDense(marginalCovariance({ form: 'identity', dimension: 3, variance: 4 }, [2, 0]))).toEqual(
      Float64Array.of(4, 0, 0, 4),
    );
    expect(
      toDense(marginalCovariance({ form: 'diagonal', variances: Float64Array.of(1, 4, 9) }, [2, 1])),
    ).toEqual(Float64Array.of(9, 0, 0, 4));
    // Loadings (1, 2), (3, -1), (0, 2) and noise 1, 4, 9: [[6, 1, 4], [1, 14, -2], [4, -2, 13]].
    const lowRank: Covariance = {
      form: 'low-rank',
      loadings: Float64Array.of(1, 2, 3, -1, 0, 2),
      noise: Float64Array.of(1, 4, 9),
    };
    const part = marginalCovariance(lowRank, [2, 0]);
    expect(part.form).toBe('dense');
    for (const [at, entry] of [13, 4, 4, 6].entries()) expect(toDense(part)[at]).toBeCloseTo(entry, 13);
    expect(marginalCovariance(lowRank, [2, 0, 1])).toEqual({
      form: 'low-rank',
      loadings: Float64Array.of(0, 2, 1, 2, 3, -1),
      noise: Float64Array.of(9, 1, 4),
    });
  });
});

describe('marginal', () => {
  it.each(written.marginals)(
    'has the densities of 60-digit arithmetic in columns $columns',
    ({ mixture, columns, rows, logDensities }) => {
      // Condition numbers are below 1e3, exponents below 1e3 nats.
      expectWithin(
        scoreSamples(marginal(mixtureOf(mixture), columns), rows),
        logDensities,
        (i) => 1e-13 * (1 + Math.abs(logDensities[i]!)),
      );
    },
  );

  it('has a density whose integral is one', () => {
    for (const column of [0, 1]) {
      // The trapezoid rule converges faster than any power for a function that is smooth and ends at zero.
      const [low, step, steps] = [-20, 0.01, 4000];
      const positions = Float64Array.from({ length: steps }, (_, i) => low + i * step);
      const densities = scoreSamples(marginal(PLANE, [column]), positions);
      const integral = densities.reduce((sum, logDensity) => sum + step * Math.exp(logDensity), 0);
      expect(Math.abs(integral - 1)).toBeLessThan(1e-12);
    }
  });

  it('of a marginal is a marginal, and all columns in order are the mixture', () => {
    const cases = mixtures
      .chain((mixture) => fc.tuple(fc.constant(mixture), someColumns(mixture.dimension)))
      .chain(([mixture, columns]) =>
        fc.tuple(fc.constant(mixture), fc.constant(columns), someColumns(columns.length)),
      );
    fc.assert(
      fc.property(cases, ([mixture, columns, ofThese]) => {
        const twice = marginal(marginal(mixture, columns), ofThese);
        const once = marginal(
          mixture,
          ofThese.map((at) => columns[at]!),
        );
        expect(twice.means).toEqual(once.means);
        twice.covariances.forEach((covariance, k) => {
          // Entries are below 20.
          expectWithin(toDense(covariance), toDense(once.covariances[k]!), () => 1e-13);
        });
        const all = Array.from({ length: mixture.dimension }, (_, j) => j);
        expect(marginal(mixture, all).means).toEqual(mixture.means);
      }),
    );
  });

  it('keeps weights, and picks means, origin and offsets', () => {
    const mixture = createMixture({
      weights: [0.25, 0.75],
      means: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      covariances: [
        { form: 'identity', dimension: 3, variance: 1 },
        { form: 'identity', dimension: 3, variance: 2 },
      ],
      origin: [1, 1, 1],
    });
    const part = marginal(mixture, [2, 0]);
    expect(part.weights).toEqual(Float64Array.of(0.25, 0.75));
    expect(part.means).toEqual([Float64Array.of(3, 1), Float64Array.of(6, 4)]);
    expect(part.origin).toEqual(Float64Array.of(1, 1));
    expect(part.offsets).toEqual([Float64Array.of(2, 0), Float64Array.of(5, 3)]);
    expect(structuredClone(part)).toEqual(part);
  });

  it('leaves a covariance that components share one object', () => {
    const shared = covarianceFromDense(Float64Array.of(2, 1, 1, 2), 2);
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [
        [0, 0],
        [1, 1],
      ],
      covariances: [shared, shared],
    });
    const [first, second] = marginal(mixture, [1]).covariances;
    expect(first).toBe(second);
  });

  it.each([
    { columns: [], got: '[]' },
    { columns: [0, 2], got: '[0, 2]' },
    { columns: [1, 1], got: '[1, 1]' },
    { columns: [0.5], got: '[0.5]' },
    { columns: [-1], got: '[-1]' },
  ])('refuses the columns $got', ({ columns, got }) => {
    expectError(
      () => marginal(PLANE, columns),
      'columns',
      `marginal: columns must be different whole numbers from 0 to 1, got ${got}.`,
    );
  });

  it('says how many columns there are to choose from', () => {
    expectError(
      () => marginal(LINE, [1]),
      'columns',
      'marginal: columns must be different whole numbers from 0 to 0, got [1].',
    );
  });
});
