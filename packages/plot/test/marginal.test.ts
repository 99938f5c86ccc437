import { covarianceFromDense, toDense, toFactor } from '@gaussmix/covariance';
import { createMixture, scoreSamples } from '@gaussmix/distributions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginal } from '../src/marginal.ts';
import { marginalCovariance } from '../src/marginal-covariance.ts';
import { standardDeviations } from '../src/standard-deviations.ts';
import { factors, someDimensions } from './arbitraries.ts';
import { fitted, reference } from './reference-mixtures.ts';

describe('marginalCovariance', () => {
  it('has the rows and columns of the covariance that were asked for', () => {
    const cases = fc.integer({ min: 1, max: 6 }).chain((d) => fc.tuple(factors(d), someDimensions(d)));
    fc.assert(
      fc.property(cases, ([factor, dimensions]) => {
        const d = Math.sqrt(factor.length);
        const whole = toDense({ form: 'dense', dimension: d, factor });
        const part = toDense(marginalCovariance({ form: 'dense', dimension: d, factor }, dimensions));
        // Entries of L are at most 2, so those of Sigma at most 4 d; a few roundings of d products each.
        const tolerance = 4 * d * d * d * 2e-16;
        dimensions.forEach((row, i) => {
          dimensions.forEach((column, j) => {
            expect(Math.abs(part[i * dimensions.length + j]! - whole[row * d + column]!)).toBeLessThan(
              tolerance,
            );
          });
        });
      }),
    );
  });

  it('has a lower factor with a positive diagonal', () => {
    const cases = fc.integer({ min: 1, max: 6 }).chain((d) => fc.tuple(factors(d, 1e-9), someDimensions(d)));
    fc.assert(
      fc.property(cases, ([factor, dimensions]) => {
        const m = dimensions.length;
        const part = toFactor(
          marginalCovariance({ form: 'dense', dimension: Math.sqrt(factor.length), factor }, dimensions),
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
    const loadings = Float64Array.of(1, 2, 3, -1, 0, 2);
    const noise = Float64Array.of(1, 4, 9);
    const part = toDense(marginalCovariance({ form: 'low-rank', loadings, noise }, [2, 0]));
    for (const [at, entry] of [13, 4, 4, 6].entries()) expect(part[at]).toBeCloseTo(entry, 13);
    const deviations = standardDeviations({ form: 'low-rank', loadings, noise });
    for (const [j, variance] of [6, 14, 13].entries()) {
      expect(deviations[j]).toBeCloseTo(Math.sqrt(variance), 14);
    }
  });
});

describe('marginal', () => {
  it.each(reference.marginals)(
    'has the densities that SciPy computes for columns $dimensions of iris',
    (example) => {
      const densities = scoreSamples(marginal(fitted('iris').mixture, example.dimensions), example.points);
      example.logDensities.forEach((expected, i) => {
        // SciPy inverts by eigenvalues; the covariances' condition numbers are below 1e3.
        expect(Math.abs(densities[i]! - expected)).toBeLessThan(1e-12 * (1 + Math.abs(expected)));
      });
    },
  );

  it('has a density whose integral is one', () => {
    const { mixture } = fitted('iris');
    for (const dimension of [0, 1, 2, 3]) {
      // The trapezoid rule converges faster than any power for a function that is smooth and ends at zero.
      const [low, step, steps] = [-10, 0.01, 3000];
      const positions = Float64Array.from({ length: steps }, (_, i) => low + i * step);
      const densities = scoreSamples(marginal(mixture, [dimension]), positions);
      const integral = densities.reduce((sum, logDensity) => sum + step * Math.exp(logDensity), 0);
      expect(Math.abs(integral - 1)).toBeLessThan(1e-12);
    }
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
    { dimensions: [], got: '[]' },
    { dimensions: [0, 4], got: '[0, 4]' },
    { dimensions: [2, 2], got: '[2, 2]' },
    { dimensions: [1.5], got: '[1.5]' },
  ])('refuses the coordinates $got', ({ dimensions, got }) => {
    expect(() => marginal(fitted('iris').mixture, dimensions)).toThrow(
      `marginal: dimensions must be different whole numbers from 0 to 3, got ${got}.`,
    );
  });
});
