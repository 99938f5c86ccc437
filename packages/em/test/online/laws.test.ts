import { classicStructures, factorAnalyzers, families, fixed, toDense } from '@gaussmix/covariance';
import { createMixture, sample, scoreSamples } from '@gaussmix/distributions';
import { createRandom } from '@gaussmix/random';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitMixture, iterate, type OnlineState, onlineMixture, updateMixture } from '../../src/index.ts';
import { correctDigits, parametersOf } from '../support/closeness.ts';
import { groupedRows } from '../support/random-data.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** One component at a point that says nothing: it counts for no rows. */
function nothing(d: number, at = 0): OnlineState {
  const mixture = createMixture({
    weights: [1],
    means: [new Array<number>(d).fill(at)],
    covariances: [{ form: 'identity', dimension: d, variance: 1 }],
  });
  return onlineMixture({ mixture, rows: 0 });
}

/** Mean and covariance of rows whose i-th of n counts lambda^(n - i), in two passes. */
function weighted(rows: readonly (readonly number[])[], forgetting: number) {
  const n = rows.length;
  const shares = rows.map((_, i) => forgetting ** (n - 1 - i));
  const total = sum(shares);
  const mean = rows[0]!.map((_, j) => sum(rows.map((row, i) => shares[i]! * row[j]!)) / total);
  const covariance = mean.flatMap((_, a) =>
    mean.map(
      (_, b) => sum(rows.map((row, i) => shares[i]! * (row[a]! - mean[a]!) * (row[b]! - mean[b]!))) / total,
    ),
  );
  return { total, mean, covariance };
}

describe('with one component', () => {
  const streams = fc.record({
    d: fc.integer({ min: 1, max: 4 }),
    n: fc.integer({ min: 6, max: 60 }),
    batch: fc.integer({ min: 1, max: 9 }),
    forgetting: fc.constantFrom(1, 0.999, 0.9, 0.5),
    // Of whole numbers near which the start is; the rows keep their digits there, being multiples of 2^-20.
    shift: fc.constantFrom(0, 1000, -1_000_000),
    seed: fc.integer({ min: 0, max: 1e6 }),
  });

  test('the mixture is the mean and the covariance of all rows, weighted exponentially, to 12 digits', () => {
    fc.assert(
      fc.property(streams, ({ d, n, batch, forgetting, shift, seed }) => {
        const near = groupedRows({ rows: n, columns: d, groups: 1, separation: 0, seed });
        const rows = near.map((row) => row.map((value) => value + shift));
        let state = nothing(d, shift);
        for (let at = 0; at < n; at += batch) {
          state = updateMixture(state, rows.slice(at, at + batch), { forgetting });
        }
        // Beside the shift the expected values would lose their digits.
        const expected = weighted(near, forgetting);
        expect(correctDigits(state.counts, [expected.total])).toBeGreaterThan(12);
        for (let j = 0; j < d; j++) {
          const spread = Math.sqrt(expected.covariance[j * d + j]!);
          const error = state.mixture.origin[j]! - shift + state.mixture.offsets[0]![j]! - expected.mean[j]!;
          expect(Math.abs(error) / spread).toBeLessThan(1e-12);
        }
        // With half of all forgotten at each row, d + 1 rows are barely remembered: one digit goes to the cancellation there.
        for (const [at, entry] of toDense(state.mixture.covariances[0]!).entries()) {
          const [a, b] = [Math.floor(at / d), at % d];
          const scale = Math.sqrt(expected.covariance[a * d + a]! * expected.covariance[b * d + b]!);
          expect(Math.abs(entry - expected.covariance[at]!) / scale).toBeLessThan(1e-12);
        }
        expect(state.heldUp).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('rows in one call or one by one are the same to the last bit', () => {
    const rows = groupedRows({ rows: 40, columns: 3, groups: 2, separation: 2, seed: 3 });
    const together = updateMixture(nothing(3), rows, { forgetting: 0.95 });
    const single = rows.reduce((state, row) => updateMixture(state, [row], { forgetting: 0.95 }), nothing(3));
    expect(single.mixture).toEqual(together.mixture);
  });
});

const structures = [
  ...Object.values(classicStructures),
  ...families.map(({ structure }) => structure),
  factorAnalyzers(1),
  fixed({ form: 'identity', dimension: 3, variance: 2 }),
];

describe.each(structures.map((structure) => [structure.name, structure] as const))(
  'covariance %s',
  (_, covariance) => {
    const rows = groupedRows({ rows: 200, columns: 3, groups: 2, separation: 3, seed: 8 });

    test('one call with all rows, from a start that counts for none, is one step of EM', () => {
      const initial = fitMixture(rows, { components: 2, covariance, maxIterations: 3, restarts: 1 }).mixture;
      const states = [...iterate(rows, { initial, covariance, maxIterations: 1, tolerance: 0 })];
      const { mixture } = updateMixture(onlineMixture({ mixture: initial, rows: 0 }, { covariance }), rows, {
        covariance,
      });
      const [got, want] = [mixture, states[1]!.mixture].map(parametersOf);
      // Iterative families stop at their own tolerances, in other coordinates here.
      for (const [at, value] of got!.entries()) expect(Math.abs(value - want![at]!)).toBeLessThan(1e-7);
    });

    test('a novel row takes the place of the least probable component, and the others keep their proportions', () => {
      const fit = fitMixture(rows, { components: 3, covariance, restarts: 2, maxIterations: 5 });
      const before = onlineMixture(fit, { covariance });
      const far = [500, -300, 400];
      const novelty = { variance: 2, weight: 0.1, distance: 5 };
      const { mixture, counts } = updateMixture(before, [far], { covariance, forgetting: 0.9, novelty });
      const [w0, w1] = before.mixture.weights;
      expect([...mixture.means[2]!]).toEqual(far.map((value) => expect.closeTo(value, 11)));
      expect(
        correctDigits(mixture.weights, [(0.9 * w0!) / (w0! + w1!), (0.9 * w1!) / (w0! + w1!), 0.1]),
      ).toBeGreaterThan(14);
      // Of 200 rows 180 are left, and the new one.
      expect(sum([...counts])).toBeCloseTo(181, 10);
      expect(mixture.offsets.slice(0, 2)).toEqual(before.mixture.offsets.slice(0, 2));
    });

    test('a fit that goes on with forgetting follows groups that move', () => {
      const fit = fitMixture(rows, { components: 2, covariance });
      let state = onlineMixture(fit, { covariance });
      const drift = [3, -1, 2];
      const random = createRandom('drift');
      for (let step = 1; step <= 400; step++) {
        const row = rows[random.integer(rows.length)]!;
        const share = Math.min(1, step / 200);
        state = updateMixture(state, [row.map((value, j) => value + share * drift[j]!)], {
          covariance,
          forgetting: 0.97,
        });
      }
      for (const [k, mean] of fit.mixture.means.entries()) {
        // About 33 rows are remembered, some 16 of each group: a mean of them has a standard deviation of 1/4.
        for (const [j, value] of mean.entries()) {
          expect(Math.abs(state.mixture.means[k]![j]! - value - drift[j]!)).toBeLessThan(1);
        }
      }
    });
  },
);

test('forgetting nothing, where groups hardly overlap, it ends nearer to the best fit of all rows than the truth is expected to be', () => {
  const truth = createMixture({
    weights: [0.3, 0.7],
    means: [
      [0, 0],
      [6, 1],
    ],
    covariances: [
      { form: 'diagonal', variances: Float64Array.of(1, 2) },
      { form: 'dense', dimension: 2, factor: Float64Array.of(1, 0, 0.5, 0.8) },
    ],
  });
  const { rows } = sample(truth, 20_000, { seed: 4 });
  const start = createMixture({
    weights: [0.5, 0.5],
    means: [
      [1, 1],
      [5, 0],
    ],
    covariances: [
      { form: 'identity', dimension: 2, variance: 1 },
      { form: 'identity', dimension: 2, variance: 1 },
    ],
  });
  let state = onlineMixture({ mixture: start, rows: 20 });
  for (let i = 0; i < rows.rows; i++) {
    state = updateMixture(state, { data: rows.data.slice(2 * i, 2 * i + 2), rows: 1, columns: 2 });
  }
  const best = fitMixture(rows, { initial: start });
  const behind = best.logLikelihood - sum([...scoreSamples(state.mixture, rows)]);
  // Twice the truth's own deficit is chi-squared with as many degrees of freedom as parameters, 11 (Wilks 1938).
  expect(best.parameters).toBe(11);
  expect(behind).toBeGreaterThan(0);
  expect(behind).toBeLessThan(11 / 2);
});

describe('a state', () => {
  const rows = groupedRows({ rows: 60, columns: 2, groups: 2, separation: 4, seed: 2 });
  const fit = fitMixture(rows, { components: 2 });

  test('is plain data: a structured clone goes on with the same bits', () => {
    const state = updateMixture(onlineMixture(fit), rows.slice(0, 5), { forgetting: 0.9 });
    expect(structuredClone(state)).toEqual(state);
    const next = rows.slice(5, 9);
    expect(updateMixture(structuredClone(state), next, { forgetting: 0.9 })).toEqual(
      updateMixture(state, next, { forgetting: 0.9 }),
    );
  });

  test('is not changed by an update, nor is the fit that it came from', () => {
    const [before, whole] = [structuredClone(fit), onlineMixture(fit)];
    const kept = structuredClone(whole);
    updateMixture(whole, [...rows, [100, 100]], { forgetting: 0.9, novelty: { variance: 1 } });
    expect(whole).toEqual(kept);
    expect(fit).toEqual(before);
  });

  test('starts as the mixture that it is given, with its own mean as origin', () => {
    const { mixture, counts } = onlineMixture(fit);
    expect(correctDigits(parametersOf(mixture), parametersOf(fit.mixture))).toBeGreaterThan(14);
    expect(sum([...counts])).toBeCloseTo(60, 12);
    // Both weighted sums of a mixture's offsets and means are what they are about.
    const center = [0, 1].map((j) => sum([0, 1].map((k) => mixture.weights[k]! * mixture.means[k]![j]!)));
    expect(correctDigits(mixture.origin, center)).toBeGreaterThan(13);
  });
});
