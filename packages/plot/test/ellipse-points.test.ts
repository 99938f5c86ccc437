import { createMixture, mahalanobis, marginal } from '@gaussmix/distributions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipseLevel } from '../src/ellipse-level.ts';
import { ellipsePoints } from '../src/ellipse-points.ts';
import { factors, someDimensions } from './arbitraries.ts';
import { reference } from './reference-mixtures.ts';

describe('ellipsePoints', () => {
  it('all lie at the Mahalanobis distance that was asked for', () => {
    const cases = fc
      .integer({ min: 2, max: 5 })
      .chain((d) => fc.tuple(factors(d), someDimensions(d), fc.double({ min: 0.1, max: 5, noNaN: true })))
      .filter(([, dimensions]) => dimensions.length >= 2);
    fc.assert(
      fc.property(cases, ([factor, dimensions, level]) => {
        const d = Math.sqrt(factor.length);
        const mean = Float64Array.from({ length: d }, (_, j) => j - 1.5);
        const pair = [dimensions[0]!, dimensions[1]!] as const;
        const covariance = { form: 'dense', dimension: d, factor } as const;
        const points = ellipsePoints(covariance, mean, { level, dimensions: pair });
        const mixture = createMixture({ weights: [1], means: [mean], covariances: [covariance] });
        for (const distance of mahalanobis(marginal(mixture, pair), points).data) {
          // A point is rounded relative to its size (at most 20), and the thinnest direction is 0.1 / 12.
          expect(Math.abs(distance - level)).toBeLessThan(1e-11);
        }
      }),
    );
  });

  it('of a circle are spread evenly, counterclockwise from the right', () => {
    const { data, rows, columns } = ellipsePoints({ form: 'identity', dimension: 2, variance: 4 }, [10, 20], {
      level: 1.5,
      points: 4,
    });
    expect([rows, columns]).toEqual([4, 2]);
    const expected = [13, 20, 10, 23, 7, 20, 10, 17];
    expected.forEach((value, at) => {
      expect(data[at]).toBeCloseTo(value, 14);
    });
  });

  it('of two coordinates of many may be taken in any order', () => {
    const covariance = { form: 'diagonal', variances: Float64Array.of(1, 4, 9) } as const;
    const { data } = ellipsePoints(covariance, [1, 2, 3], { level: 1, dimensions: [2, 0], points: 4 });
    const expected = [6, 1, 3, 2, 0, 1, 3, 0];
    expected.forEach((value, at) => {
      expect(data[at]).toBeCloseTo(value, 14);
    });
  });

  it.each([0, -2, Number.NaN, Number.POSITIVE_INFINITY])('refuses the level %d', (level) => {
    expect(() => ellipsePoints({ form: 'identity', dimension: 2, variance: 1 }, [0, 0], { level })).toThrow(
      `ellipsePoints: level must be a number above 0, got ${level}.`,
    );
  });

  it('refuses coordinates that the covariance does not have', () => {
    expect(() =>
      ellipsePoints({ form: 'identity', dimension: 3, variance: 1 }, [0, 0, 0], {
        level: 1,
        dimensions: [1, 3],
      }),
    ).toThrow('ellipsePoints: dimensions must be different whole numbers from 0 to 2, got [1, 3].');
  });
});

describe('ellipseLevel', () => {
  it.each(reference.ellipseLevels)(
    'of $probability is the root of the chi-squared quantile that SciPy gives',
    (example) => {
      expect(ellipseLevel(example.probability)).toBeCloseTo(example.level, 13);
    },
  );

  it.each([0, 1, -0.5, Number.NaN])('refuses the probability %d', (probability) => {
    expect(() => ellipseLevel(probability)).toThrow(
      `ellipseLevel: probability must be a number above 0 and below 1, got ${probability}.`,
    );
  });
});
