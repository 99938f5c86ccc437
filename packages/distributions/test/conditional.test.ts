import { toDense, toFactor } from '@gaussmix/covariance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conditional,
  createMixture,
  type Mixture,
  marginal,
  quantile,
  sample,
  scoreSamples,
} from '../src/index.ts';
import { expectRelative, expectWithin } from './closeness.ts';
import { mixtureOf, written } from './distribution-functions.ts';
import { LINE, mixtures, PLANE, vectors } from './mixtures.ts';
import { expectError } from './raises.ts';

/** A mixture of two columns or more, some of its columns but not all, values of these, and a row of the others. */
const conditions = mixtures
  .filter(({ dimension }) => dimension > 1)
  .chain((mixture) =>
    fc
      .shuffledSubarray(
        Array.from({ length: mixture.dimension }, (_, j) => j),
        { minLength: 1, maxLength: mixture.dimension - 1 },
      )
      .chain((columns) =>
        fc.record({
          mixture: fc.constant(mixture),
          columns: fc.constant(columns),
          values: vectors(columns.length, 6),
          rest: vectors(mixture.dimension - columns.length, 6),
        }),
      ),
  );

const logDensity = (mixture: Mixture, row: ArrayLike<number>) => scoreSamples(mixture, [Array.from(row)])[0]!;

describe('conditional', () => {
  it.each(written.conditionals)(
    'has the numbers of 60-digit arithmetic given columns $columns',
    ({ mixture, columns, values, ...truth }) => {
      const part = conditional(mixtureOf(mixture), { columns, values });
      // Weights carry the rounding of their exponents, which are below 1e4; condition numbers are below 1e3.
      expectRelative(part.weights, truth.weights, 1e-12);
      part.means.forEach((mean, k) => {
        expectWithin(mean, truth.means[k]!, (i) => 1e-14 * (10 + Math.abs(truth.means[k]![i]!)));
      });
      part.covariances.forEach((covariance, k) => {
        expectWithin(toDense(covariance), truth.covariances[k]!, () => 1e-14);
      });
    },
  );

  it('times the marginal is the whole', () => {
    fc.assert(
      fc.property(conditions, ({ mixture, columns, values, rest }) => {
        const left = Array.from({ length: mixture.dimension }, (_, j) => j).filter(
          (j) => !columns.includes(j),
        );
        const row = new Float64Array(mixture.dimension);
        columns.forEach((j, at) => {
          row[j] = values[at]!;
        });
        left.forEach((j, at) => {
          row[j] = rest[at]!;
        });
        const product =
          logDensity(marginal(mixture, columns), values) +
          logDensity(conditional(mixture, { columns, values }), rest);
        const whole = logDensity(mixture, row);
        // Far rows have exponents of some hundred, from factors with a condition number up to some ten.
        expect(Math.abs(product - whole)).toBeLessThan(1e-12 * (1 + Math.abs(whole)));
      }),
    );
  });

  it('upon another is the one upon both', () => {
    fc.assert(
      fc.property(
        conditions.filter(({ columns }) => columns.length > 1),
        ({ mixture, columns, values }) => {
          const both = conditional(mixture, { columns, values });
          const first = conditional(mixture, { columns: columns.slice(0, 1), values: values.subarray(0, 1) });
          const second = conditional(first, {
            columns: columns.slice(1).map((j) => (j > columns[0]! ? j - 1 : j)),
            values: values.subarray(1),
          });
          // Weights carry the rounding of exponents up to some hundred.
          expectWithin(second.weights, both.weights, () => 1e-12);
          second.means.forEach((mean, k) => {
            expectWithin(mean, both.means[k]!, () => 1e-12);
          });
          second.covariances.forEach((covariance, k) => {
            expectWithin(toDense(covariance), toDense(both.covariances[k]!), () => 1e-13);
          });
        },
      ),
    );
  });

  it('averages to the marginal of what is left: the law of total probability', () => {
    // Over 4,000 values of column 0 at its quantiles: the midpoint rule, its ends being what errs.
    const steps = 4000;
    const values = quantile(
      marginal(PLANE, [0]),
      Float64Array.from({ length: steps }, (_, i) => (i + 0.5) / steps),
    );
    for (const x of [-2, -1, 0, 1]) {
      const densities = values.map((value) =>
        Math.exp(logDensity(conditional(PLANE, { columns: [0], values: [value] }), [x])),
      );
      const mean = densities.reduce((sum, density) => sum + density, 0) / steps;
      expect(Math.abs(mean - Math.exp(logDensity(marginal(PLANE, [1]), [x])))).toBeLessThan(1e-4);
    }
  });

  it('is the marginal where columns do not know of one another', () => {
    const mixture = createMixture({
      weights: [1],
      means: [[1, 2, 3]],
      covariances: [{ form: 'diagonal', variances: Float64Array.of(1, 4, 9) }],
      origin: [1, 1, 1],
    });
    expect(conditional(mixture, { columns: [1], values: [7] })).toEqual(marginal(mixture, [0, 2]));
  });

  it('is what rows near the value do', () => {
    const { rows } = sample(PLANE, 200_000, { seed: 5 });
    const near = [];
    for (let i = 0; i < rows.rows; i++) {
      if (Math.abs(rows.data[2 * i]! - 1) < 0.05) near.push(rows.data[2 * i + 1]!);
    }
    const given = conditional(PLANE, { columns: [0], values: [1] });
    const mean = given.weights.reduce((sum, weight, k) => sum + weight * given.means[k]![0]!, 0);
    const average = near.reduce((sum, value) => sum + value, 0) / near.length;
    // Deviations are below 1; five standard errors.
    expect(Math.abs(average - mean)).toBeLessThan(5 / Math.sqrt(near.length));
  });

  it('keeps a component positive definite that is almost flat', () => {
    // Sigma = [[1, 1], [1, 1 + 1e-24]]: given the first column, the second has variance 1e-24.
    const factor = Float64Array.of(1, 0, 1, 1e-12);
    const mixture = createMixture({
      weights: [1],
      means: [[0, 0]],
      covariances: [{ form: 'dense', dimension: 2, factor }],
    });
    const part = conditional(mixture, { columns: [0], values: [3] });
    expect(part.means[0]).toEqual(Float64Array.of(3));
    expect(toFactor(part.covariances[0]!)).toEqual(Float64Array.of(1e-12));
  });

  it('keeps the digits of data far from zero, and leaves what is shared one object', () => {
    const covariance = PLANE.covariances[0]!;
    const mixture = createMixture({
      weights: [0.5, 0.5],
      means: [
        [1e9, 1e9],
        [1e9, 1e9],
      ],
      origin: [1e9, 1e9],
      offsets: [
        [0, 1e-9],
        [1, 3e-9],
      ],
      covariances: [covariance, covariance],
    });
    const part = conditional(mixture, { columns: [0], values: [1e9] });
    expect(part.origin).toEqual(Float64Array.of(1e9));
    // Covariance 0.5, variance 1: the second component's mean is half a unit lower than its own.
    expect(part.offsets).toEqual([Float64Array.of(1e-9), Float64Array.of(3e-9 - 0.5)]);
    expect(part.covariances[0]).toBe(part.covariances[1]);
    expect(structuredClone(part)).toEqual(part);
  });

  it('gives the value to the nearest component where every density underflows', () => {
    expect(conditional(PLANE, { columns: [1], values: [1e5] }).weights).toEqual(Float64Array.of(1, 0));
  });

  it('refuses columns that are none, all, or no columns, and values that are not theirs', () => {
    const ask = (columns: number[], values: number[]) => () => conditional(PLANE, { columns, values });
    expectError(
      ask([2], [0]),
      'columns',
      'conditional: columns must be different whole numbers from 0 to 1, got [2].',
    );
    expectError(
      ask([1, 0], [0, 0]),
      'columns',
      'conditional: columns must leave at least one of the 2 of the mixture, got [1, 0]. ' +
        'Try scoreSamples for the density of whole rows.',
    );
    expectError(ask([1], [3, 4, 5]), 'shape', 'conditional: values must be as many as columns (1), got 3.');
    expectError(
      ask([1], [Infinity]),
      'not-finite',
      'conditional: values must hold finite numbers, got Infinity in place 1.',
    );
    expectError(
      () => conditional(LINE, { columns: [0], values: [0] }),
      'columns',
      'conditional: columns must leave at least one of the 1 of the mixture, got [0]. ' +
        'Try scoreSamples for the density of whole rows.',
    );
  });
});
