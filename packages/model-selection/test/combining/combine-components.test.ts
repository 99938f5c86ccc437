import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, predictProba } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elbow } from '../../src/combining/elbow.ts';
import { combineComponents, combinePosteriors } from '../../src/index.ts';
import { readDataset, readReference } from '../read-reference.ts';

interface Case {
  dataset: string;
  columns: string[];
  model: string;
  components: number;
  weights: number[];
  means: number[][];
  covariances: number[][][];
  merges: number[][];
  mergedRows: number[];
  entropies: number[];
  columnSums: number[][];
  suggested: number;
}

const { cases } = readReference<{ cases: Case[] }>('combining.json');

/** Parameters are written with 15 digits, and posteriors move by what whitened distances lose of them. */
const digits = 1e-8;

function posteriorsOf({ dataset, columns, weights, means, covariances }: Case) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mixture = createMixture({
    weights: weights.map((weight) => weight / total),
    means,
    covariances: covariances.map((rows) =>
      covarianceFromDense(Float64Array.from(rows.flat()), columns.length),
    ),
  });
  return predictProba(mixture, readDataset(dataset, columns).x);
}

describe('Components are combined as mclust does', () => {
  test.each(cases)('for $components components, $model, on $dataset', (reference) => {
    const { components, merges, mergedRows, entropies, columnSums, suggested } = reference;
    const posteriors = posteriorsOf(reference);
    const combination = combineComponents(posteriors);
    expect(combination.suggested).toBe(suggested);
    expect(combination.levels.map(({ clusters }) => clusters)).toEqual(
      Array.from({ length: components }, (_, i) => components - i),
    );
    const [first, ...merged] = combination.levels;
    expect([first!.merged, first!.mergedRows]).toEqual([undefined, 0]);
    expect(merged.map((level) => level.merged!.map((cluster) => cluster + 1))).toEqual(merges);
    expect(merged.map((level) => level.mergedRows)).toEqual(mergedRows);
    for (const { clusters, entropy, groups } of combination.levels) {
      expect(Math.abs(entropy - entropies[clusters - 1]!)).toBeLessThan(digits);
      const soft = combinePosteriors(posteriors, groups);
      const theirs = columnSums[clusters - 1]!;
      theirs.forEach((sum, g) => {
        const ours = soft.data.reduce((all, t, at) => (at % clusters === g ? all + t : all), 0);
        expect(Math.abs(ours - sum)).toBeLessThan(digits);
      });
    }
  });
});

const half = [0.5, 0.5, 0, 0];
const sure = [0, 0, 1, 0];

test('By hand: two components that share a row are merged first, and nothing is open then.', () => {
  const { levels, suggested } = combineComponents([half, sure, [0, 0, 0, 1]]);
  expect(levels.map(({ groups }) => groups)).toEqual([
    [[0], [1], [2], [3]],
    [[0, 1], [2], [3]],
    [[0, 1, 2], [3]],
    [[0, 1, 2, 3]],
  ]);
  expect(levels.map(({ merged }) => merged)).toEqual([undefined, [0, 1], [0, 1], [0, 1]]);
  expect(levels.map(({ mergedRows }) => mergedRows)).toEqual([0, 1, 2, 3]);
  const [first, ...others] = levels;
  expect(first!.entropy).toBeCloseTo(Math.log(2), 15);
  expect(first!.normalizedEntropy).toBeCloseTo(Math.log(2) / (3 * Math.log(4)), 15);
  for (const { entropy, normalizedEntropy } of others) expect([entropy, normalizedEntropy]).toEqual([0, 0]);
  expect(suggested).toBe(3);
});

test('One component is one cluster.', () => {
  expect(combineComponents([[1], [1]])).toEqual({
    levels: [{ clusters: 1, groups: [[0]], mergedRows: 0, entropy: 0, normalizedEntropy: 0 }],
    suggested: 1,
  });
});

test('Merging never raises the entropy, and clusters always share out all components.', () => {
  const row = fc
    .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
    .map((values) => values.map((value) => value / values.reduce((a, b) => a + b)));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (posteriors) => {
      const { levels } = combineComponents(posteriors);
      levels.forEach(({ groups, entropy, normalizedEntropy }, i) => {
        expect(groups.flat().sort()).toEqual([0, 1, 2, 3, 4]);
        expect(normalizedEntropy).toBeLessThanOrEqual(1 + 1e-12);
        if (i > 0) expect(entropy).toBeLessThanOrEqual(levels[i - 1]!.entropy + 1e-12);
      });
    }),
  );
});

test('Two straight lines bend where they meet.', () => {
  expect(elbow([0, 1, 2, 3, 13, 23, 33])).toBe(4);
  expect(elbow([0, 10, 11, 12, 13])).toBe(2);
  expect([elbow([5]), elbow([0, 5]), elbow([0, 1, 9])]).toEqual([1, 2, 2]);
});

test('Soft clusterings are sums of columns, in the order of the groups.', () => {
  const posteriors = [
    [0.5, 0.25, 0.25],
    [0, 0.125, 0.875],
  ];
  const soft = combinePosteriors(posteriors, [[2, 0], [1]]);
  expect(soft).toEqual({ data: Float64Array.of(0.75, 0.25, 0.875, 0.125), rows: 2, columns: 2 });
});

test('What is not a probability is refused.', () => {
  const rows = [
    [0.5, 0.5],
    [0.75, 0.5],
  ];
  expect(() => combineComponents(rows)).toThrow(
    new GaussmixError(
      'posteriors',
      'combineComponents: each row of posteriors must hold probabilities that sum to 1, ' +
        'got 0.75, 0.5 in row 2. Try predictProba(mixture, x).',
    ),
  );
  expect(() => combinePosteriors([[1.5, -0.5]], [[0, 1]])).toThrow(
    new GaussmixError(
      'posteriors',
      'combinePosteriors: each row of posteriors must hold probabilities that sum to 1, ' +
        'got 1.5, -0.5 in row 1. Try predictProba(mixture, x).',
    ),
  );
});

test('Groups of components that are not there are refused.', () => {
  expect(() => combinePosteriors([[0.5, 0.5, 0]], [[0, 1], [7]])).toThrow(
    new GaussmixError('groups', 'combinePosteriors: groups must hold components from 0 to 2, got 7.'),
  );
});
