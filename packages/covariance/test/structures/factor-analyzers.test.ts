import { describe, expect, test } from 'vitest';
import { covarianceLaws } from '../../src/conformance.ts';
import type { Covariance, LowRankCovariance } from '../../src/covariance.ts';
import { logDeterminant, toDense } from '../../src/form-of.ts';
import type { ComponentMoments } from '../../src/structure.ts';
import { factorAnalyzers } from '../../src/structures/factor-analyzers.ts';

type Rows = number[][];

const rowsOf = (flat: Float64Array, columns: number): Rows =>
  Array.from({ length: flat.length / columns }, (_, i) => [...flat.subarray(i * columns, (i + 1) * columns)]);
const transpose = (a: Rows): Rows => a[0]!.map((_, j) => a.map((row) => row[j]!));
const times = (a: Rows, b: Rows): Rows =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, entry, k) => sum + entry * b[k]![j]!, 0)));
const plus = (a: Rows, b: Rows, factor = 1): Rows =>
  a.map((row, i) => row.map((entry, j) => entry + factor * b[i]![j]!));
const unit = (d: number): Rows =>
  Array.from({ length: d }, (_, i) => Array.from({ length: d }, (_, j) => (i === j ? 1 : 0)));

/** Gauss and Jordan, with the largest pivot of each column. */
function inverse(matrix: Rows): Rows {
  const d = matrix.length;
  const work = matrix.map((row, i) => [...row, ...unit(d)[i]!]);
  for (let j = 0; j < d; j++) {
    const pivot = work
      .slice(j)
      .reduce((best, row, i) => (Math.abs(row[j]!) > Math.abs(work[best]![j]!) ? j + i : best), j);
    [work[j], work[pivot]] = [work[pivot]!, work[j]!];
    work[j] = work[j]!.map((entry) => entry / work[j]![j]!);
    for (let i = 0; i < d; i++) {
      if (i !== j) work[i] = plus([work[i]!], [work[j]!], -work[i]![j]!)[0]!;
    }
  }
  return work.map((row) => row.slice(d));
}

/** Scatters in general position: N_k times A A^T, A drawn by a small generator of its own. */
function scatterOf(d: number, { seed, count }: { seed: number; count: number }): Float64Array {
  let state = seed;
  const a = Array.from({ length: d }, () =>
    Array.from({ length: d + 2 }, () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647 - 0.5;
    }),
  );
  return Float64Array.from(times(a, transpose(a)).flat(), (entry) => count * entry);
}

interface Scatters {
  readonly dimension: number;
  readonly counts: Float64Array;
  readonly scatters: readonly Float64Array[];
}

function sketched(
  { dimension: d, counts, scatters }: Scatters,
  directions: readonly Float64Array[],
): ComponentMoments {
  return {
    dimension: d,
    counts,
    directions,
    scatters: scatters.map((scatter, k) => {
      const diagonal = scatter.filter((_, at) => at % (d + 1) === 0);
      const along = rowsOf(directions[k]!, directions[k]!.length / d);
      return Float64Array.of(...diagonal, ...times(rowsOf(scatter, d), along).flat());
    }),
  };
}

function step(q: number, full: Scatters, previous?: readonly Covariance[]): readonly Covariance[] {
  const structure = factorAnalyzers(q);
  const size = { components: full.counts.length, dimension: full.dimension };
  return structure.estimate(sketched(full, structure.directions!(size, previous)), previous);
}

const full = (d: number): Scatters => ({
  dimension: d,
  counts: Float64Array.of(12.5, 40),
  scatters: [scatterOf(d, { seed: 7, count: 12.5 }), scatterOf(d, { seed: 11, count: 40 })],
});

/** What EM climbs: -1/2 (ln |Sigma| + tr(Sigma^-1 S) / N), summed over rows. */
function likelihood(
  covariances: readonly Covariance[],
  { dimension: d, counts, scatters }: Scatters,
): number {
  return covariances.reduce((sum, covariance, k) => {
    const product = times(inverse(rowsOf(toDense(covariance), d)), rowsOf(scatters[k]!, d));
    const trace = product.reduce((total, row, i) => total + row[i]!, 0);
    return sum - (counts[k]! * logDeterminant(covariance) + trace) / 2;
  }, 0);
}

describe.each([
  [4, 1],
  [5, 2],
  [9, 3],
])('In %i dimensions with %i factors', (d, q) => {
  test('a step is that of Ghahramani & Hinton (1996), with factors of the variance they come out at', () => {
    const moments = full(d);
    const before = step(q, moments) as readonly LowRankCovariance[];
    const after = step(q, moments, before);
    for (const [k, { loadings, noise }] of before.entries()) {
      const lambda = rowsOf(loadings, q);
      const psi = unit(d).map((row, i) => row.map((entry) => entry * noise[i]!));
      const s = rowsOf(moments.scatters[k]!, d).map((row) => row.map((entry) => entry / moments.counts[k]!));
      const beta = times(transpose(lambda), inverse(plus(times(lambda, transpose(lambda)), psi)));
      const sBeta = times(s, transpose(beta));
      const second = plus(plus(unit(q), times(beta, lambda), -1), times(beta, sBeta));
      const newLambda = times(sBeta, inverse(second));
      const rest = plus(s, times(newLambda, times(beta, s)), -1);
      const expected = times(times(newLambda, second), transpose(newLambda));
      for (let i = 0; i < d; i++) expected[i]![i]! += rest[i]![i]!;
      for (const [at, entry] of toDense(after[k]!).entries()) {
        expect(entry).toBeCloseTo(expected.flat()[at]!, 12);
      }
    }
  });

  test('no step loses likelihood, and steps from the likeliest member stay there', () => {
    const moments = full(d);
    let covariances = step(q, moments);
    let before = likelihood(covariances, moments);
    for (let iteration = 0; iteration < 200; iteration++) {
      covariances = step(q, moments, covariances);
      const after = likelihood(covariances, moments);
      expect(after).toBeGreaterThanOrEqual(before - 1e-10 * Math.abs(before));
      before = after;
    }
    const own = {
      ...moments,
      scatters: covariances.map((covariance, k) =>
        toDense(covariance).map((entry) => entry * moments.counts[k]!),
      ),
    };
    for (const [k, covariance] of step(q, own, covariances).entries()) {
      for (const [at, entry] of toDense(covariance).entries()) {
        expect(entry).toBeCloseTo(toDense(covariances[k]!)[at]!, 11);
      }
    }
  });

  test('a start has the variances of the data, and half of each at least is noise', () => {
    const moments = full(d);
    for (const [k, covariance] of step(q, moments).entries()) {
      for (let j = 0; j < d; j++) {
        const variance = moments.scatters[k]![j * (d + 1)]! / moments.counts[k]!;
        expect(toDense(covariance)[j * (d + 1)]).toBeCloseTo(variance, 12);
        expect((covariance as LowRankCovariance).noise[j]).toBeGreaterThanOrEqual(
          (1 - 1e-12) * (variance / 2),
        );
      }
    }
  });
});

test('Directions are shared at a start, and go their own ways afterwards.', () => {
  const { directions } = factorAnalyzers(2);
  const size = { components: 2, dimension: 5 };
  const [first, second] = directions!(size);
  expect(first).toBe(second);
  const [own, other] = directions!(size, step(2, full(5)));
  expect(own).not.toEqual(other);
});

test('A covariance of another form, or with other factors, is no start: directions are drawn again.', () => {
  const { directions } = factorAnalyzers(2);
  const size = { components: 2, dimension: 5 };
  const round: Covariance = { form: 'identity', dimension: 5, variance: 1 };
  expect(directions!(size, [round, step(1, full(5))[1]!])).toEqual(directions!(size));
});

test('Parameters are loadings but for their rotation, and noise; no more than a symmetric matrix has.', () => {
  // 10 x 3 loadings less 3 rotations, and 10 variances.
  expect(factorAnalyzers(3).parameterCount(2, 10)).toBe(2 * (30 - 3 + 10));
  // 5 x 3 - 3 + 5 = 17, but a symmetric matrix has 15.
  expect(factorAnalyzers(3).parameterCount(1, 5)).toBe(15);
});

test('Rows that do not vary along a column are an error that names the component.', () => {
  const moments = full(4);
  const scatter = moments.scatters[1]!.map((entry, at) =>
    at % 4 === 2 || Math.floor(at / 4) === 2 ? 0 : entry,
  );
  const flat = { ...moments, scatters: [moments.scatters[0]!, scatter] };
  expect(() => step(1, flat)).toThrow(
    'estimate: the covariance of component 2 must be positive definite, got a singular one.',
  );
});

test('As many factors as columns are an error.', () => {
  expect(() => factorAnalyzers(4).directions!({ components: 1, dimension: 4 })).toThrow(
    'factorAnalyzers: factors must be fewer than the columns (4), got 4. Try fewer factors, or covariance "full".',
  );
});

test('No factors, or half a factor, are an error.', () => {
  expect(() => factorAnalyzers(0)).toThrow(
    'factorAnalyzers: factors must be a whole number, at least 1, got 0.',
  );
  expect(() => factorAnalyzers(1.5)).toThrow(
    'factorAnalyzers: factors must be a whole number, at least 1, got 1.5.',
  );
});

/** Where there are few columns for a factor, EM takes thousands of passes to settle: the laws are tried where it does not. */
describe.each([
  [1, [4], [1, 2]],
  [2, [9], [1]],
])('The laws, with %i factors', (q, dimensions, components) => {
  for (const { title, check } of covarianceLaws(factorAnalyzers(q), { dimensions, components }))
    test(title, check);
});
