import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, type Mixture, mapMixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateDivergence, type MatchedPair, matchComponents } from '../../src/index.ts';
import { readReference } from '../read-reference.ts';

interface Component {
  readonly mean: number[];
  readonly covariance: number[][];
}

/** Weight, mean and variance of each component. */
type Line = [weight: number, mean: number, variance: number][];

const { matchings, divergences } = readReference<{
  matchings: {
    truth: Component[];
    estimate: Component[];
    wasserstein: MatchedPair[];
    divergenceMatching: MatchedPair[];
  }[];
  divergences: { truth: Line; estimate: Line; divergence: number; variance: number }[];
}>('mixture-distance.json');

function mixtureOf(components: readonly Component[]): Mixture {
  return createMixture({
    weights: components.map(() => 1 / components.length),
    means: components.map(({ mean }) => mean),
    covariances: components.map(({ mean, covariance }) =>
      covarianceFromDense(Float64Array.from(covariance.flat()), mean.length),
    ),
  });
}

function lineOf(line: Line): Mixture {
  return createMixture({
    weights: line.map(([weight]) => weight),
    means: line.map(([, mean]) => [mean]),
    covariances: line.map(([, , variance]) => ({ form: 'identity', dimension: 1, variance })),
  });
}

const one = lineOf([[1, 0, 1]]);
const two = lineOf([
  [0.5, 0, 1],
  [0.5, 4, 4],
]);
const plane = mixtureOf([
  {
    mean: [0, 0],
    covariance: [
      [1, 0],
      [0, 1],
    ],
  },
]);

describe('matchComponents', () => {
  test.each(matchings.map((each, at) => ({ ...each, at })))(
    'Of all assignments, case $at, it finds the one that costs least.',
    (each) => {
      const [truth, estimate] = [mixtureOf(each.truth), mixtureOf(each.estimate)];
      for (const [cost, expected] of [
        ['wasserstein', each.wasserstein],
        ['divergence', each.divergenceMatching],
      ] as const) {
        const { pairs } = matchComponents(truth, estimate, { cost });
        expect(pairs.map((pair) => [pair.truth, pair.estimate])).toEqual(
          expected.map((pair) => [pair.truth, pair.estimate]),
        );
        for (const [at, pair] of pairs.entries()) {
          // Condition numbers are below 1e3.
          expect(pair.squaredWasserstein / expected[at]!.squaredWasserstein - 1).toBeCloseTo(0, 12);
          expect(pair.divergence / expected[at]!.divergence - 1).toBeCloseTo(0, 12);
        }
      }
    },
  );

  test('What is left of the larger mixture is listed.', () => {
    const fewer = lineOf([[1, 3.9, 4]]);
    expect(matchComponents(two, fewer)).toMatchObject({
      pairs: [{ truth: 1, estimate: 0 }],
      unmatchedTruth: [0],
      unmatchedEstimate: [],
    });
    expect(matchComponents(fewer, two)).toMatchObject({
      pairs: [{ truth: 0, estimate: 1 }],
      unmatchedTruth: [],
      unmatchedEstimate: [0],
    });
  });

  test('A mixture in another order is matched with itself, wherever it lies, at no cost.', () => {
    const { truth } = matchings[1]!;
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(orders, fc.constantFrom(0, 1e9), (order, shift) => {
        const place = {
          origin: Float64Array.of(shift, -shift),
          map: { kind: 'scale', dimension: 2, factor: 1 },
        } as const;
        const moved = mapMixture(mixtureOf(truth), place);
        const mixed = mapMixture(mixtureOf(order.map((k) => truth[k]!)), place);
        const { pairs } = matchComponents(moved, mixed);
        for (const { truth: k, estimate: j, ...costs } of pairs) {
          expect(order[j]).toBe(k);
          expect(costs.divergence).toBe(0);
          expect(costs.squaredWasserstein).toBeLessThan(1e-28);
        }
      }),
    );
  });

  test('Where distances overflow there is a matching still.', () => {
    const far = lineOf([
      [0.5, 1e200, 1],
      [0.5, -1e200, 1],
    ]);
    const { pairs } = matchComponents(two, far);
    expect(pairs.map((pair) => pair.squaredWasserstein)).toEqual([Infinity, Infinity]);
  });

  test('It is plain data.', () => {
    const matching = matchComponents(two, one);
    expect(structuredClone(matching)).toEqual(matching);
  });
});

describe('estimateDivergence', () => {
  test.each(divergences.map((each, at) => ({ ...each, at })))(
    'It is within four of its standard errors of the integral, case $at.',
    (each) => {
      const draws = 100_000;
      for (const seed of [0, 1, 2]) {
        const found = estimateDivergence(lineOf(each.truth), lineOf(each.estimate), { draws, seed });
        expect(Math.abs(found.divergence - each.divergence)).toBeLessThan(4 * found.standardError);
        // The variance of a sample of so many is within some percent of the true one.
        expect(found.standardError / Math.sqrt(each.variance / draws)).toBeCloseTo(1, 1);
        expect(found.draws).toBe(draws);
      }
    },
  );

  test('It is 0 of a mixture from itself, and the same for the same seed.', () => {
    expect(estimateDivergence(two, two)).toEqual({ divergence: 0, standardError: 0, draws: 10_000 });
    const options = { draws: 50, seed: 'bits' };
    expect(estimateDivergence(two, one, options)).toEqual(estimateDivergence(two, one, options));
  });

  test('It is Infinity where rows have no density at all.', () => {
    const point = lineOf([[1, 0, 1e-320]]);
    expect(estimateDivergence(two, point, { draws: 100 })).toEqual({
      divergence: Infinity,
      standardError: Infinity,
      draws: 100,
    });
  });
});

test('Mixtures of other columns, draws that are no count and costs that there are not are refused.', () => {
  const cases: [() => unknown, string, string][] = [
    [
      () => matchComponents(one, plane),
      'shape',
      'matchComponents: both mixtures must have the same columns, got 1 and 2 of them.',
    ],
    [
      () => matchComponents(one, two, { cost: 'euclid' as 'divergence' }),
      'cost',
      'matchComponents: cost must be "wasserstein" or "divergence", got "euclid".',
    ],
    [
      () => estimateDivergence(plane, one),
      'shape',
      'estimateDivergence: both mixtures must have the same columns, got 2 and 1 of them.',
    ],
    [
      () => estimateDivergence(one, two, { draws: 1.5 }),
      'count',
      'estimateDivergence: draws must be a whole number, at least 2, got 1.5.',
    ],
  ];
  for (const [ask, code, message] of cases) {
    expect(ask).toThrow(GaussmixError);
    expect(ask).toThrow(expect.objectContaining({ code, message }));
  }
});
