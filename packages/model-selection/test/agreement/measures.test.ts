import { GaussmixError } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustedMutualInformation,
  adjustedRandIndex,
  confusionTable,
  type Labels,
  mutualInformation,
  vMeasure,
} from '../../src/index.ts';
import { readReference } from '../read-reference.ts';

interface Rule {
  multiplier: number;
  modulus: number;
}

interface Case {
  title: string;
  a?: (number | string)[];
  b?: (number | string)[];
  rows?: number;
  rules?: [Rule, Rule];
  mutualInformation: number;
  adjustedMutualInformation: number;
  homogeneity: number;
  completeness: number;
  vMeasure: number;
  matched: number;
  exact: { mutualInformation: number; expected: number; adjusted: number | null } | null;
}

const { cases } = readReference<{ cases: Case[] }>('agreement.json');

/** Sums of a few thousand terms below 1, each rounded a few times. */
const rounding = 1e-14;

/** scikit-learn goes by factorials through logarithms, and homogeneity by a difference of entropies. */
const theirRounding = 1e-12;

function labelsOf({ a, b, rows, rules }: Case): [Labels, Labels] {
  if (rules === undefined) return [a!, b!];
  const [first, second] = rules.map(({ multiplier, modulus }) =>
    Array.from({ length: rows! }, (_, i) => (multiplier * i * i + i) % modulus),
  );
  return [first!, second!];
}

describe('Measures of agreement are those of exact arithmetic and of scikit-learn', () => {
  test.each(cases)('for $title', (reference) => {
    const [a, b] = labelsOf(reference);
    const information = mutualInformation(a, b);
    const adjusted = adjustedMutualInformation(a, b);
    const { exact } = reference;
    if (exact !== null) expect(Math.abs(information - exact.mutualInformation)).toBeLessThan(rounding);
    if (exact === null || exact.adjusted === null) {
      expect(adjusted).toBe(1); // 0 / 0: the same partition, where scikit-learn says 1 or, for singletons, 0
    } else {
      expect(Math.abs(adjusted - exact.adjusted)).toBeLessThan(rounding);
      expect(Math.abs(adjusted - reference.adjustedMutualInformation)).toBeLessThan(theirRounding);
    }
    expect(Math.abs(information - reference.mutualInformation)).toBeLessThan(theirRounding);
    const measures = vMeasure(a, b);
    expect(Math.abs(measures.homogeneity - reference.homogeneity)).toBeLessThan(theirRounding);
    expect(Math.abs(measures.completeness - reference.completeness)).toBeLessThan(theirRounding);
    expect(Math.abs(measures.vMeasure - reference.vMeasure)).toBeLessThan(theirRounding);
    expect(confusionTable(a, b).matched).toBe(reference.matched);
  });
});

const twoPartitions = fc.integer({ min: 1, max: 40 }).chain((rows) => {
  const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: rows, maxLength: rows });
  return fc.tuple(labels, labels);
});

test('Mutual information does not depend on which partition comes first, nor on names.', () => {
  fc.assert(
    fc.property(twoPartitions, ([a, b]) => {
      const renamed = a.map((label) => `group ${9 - label}`);
      expect(Math.abs(mutualInformation(a, b) - mutualInformation(b, renamed))).toBeLessThan(rounding);
      // What is adjusted is divided by a difference that may be as small as 1/40 of what is subtracted.
      const adjusted = adjustedMutualInformation(a, b);
      expect(Math.abs(adjusted - adjustedMutualInformation(b, renamed))).toBeLessThan(theirRounding);
      expect(adjusted).toBeLessThan(1 + rounding);
    }),
  );
});

test('Exchanging the partitions exchanges homogeneity and completeness.', () => {
  fc.assert(
    fc.property(twoPartitions, ([a, b]) => {
      const there = vMeasure(a, b);
      const back = vMeasure(b, a);
      expect(Math.abs(there.homogeneity - back.completeness)).toBeLessThan(rounding);
      expect(Math.abs(there.vMeasure - back.vMeasure)).toBeLessThan(rounding);
    }),
  );
});

test('By hand: classes split into pure clusters are homogeneous exactly, and half as complete as could be.', () => {
  // H(cluster) is 2 ln 2, and ln 2 of it is open when the class is known.
  const { homogeneity, completeness, vMeasure: v } = vMeasure(['a', 'a', 'b', 'b'], [0, 1, 2, 3]);
  expect(homogeneity).toBe(1);
  expect(completeness).toBeCloseTo(1 / 2, 15);
  expect(v).toBeCloseTo(2 / 3, 15);
});

test('By hand: of two labels that halve four rows, knowing one tells ln 2 of the other or nothing.', () => {
  expect(mutualInformation([0, 0, 1, 1], ['b', 'b', 'a', 'a'])).toBeCloseTo(Math.log(2), 15);
  expect(mutualInformation([0, 0, 1, 1], [0, 1, 0, 1])).toBe(0);
});

test('Many rows with a label each take no more than sizes that differ.', () => {
  const names = new Float64Array(200_000).map((_, i) => i);
  const halves = names.map((i) => i % 2);
  // Singletons tell all of any other partition, and would by chance.
  expect(Math.abs(adjustedMutualInformation(names, halves))).toBeLessThan(1e-10);
  expect(mutualInformation(names, halves)).toBeCloseTo(Math.log(2), 9);
});

test.each([
  { name: 'mutualInformation', measure: mutualInformation },
  { name: 'adjustedMutualInformation', measure: adjustedMutualInformation },
  { name: 'adjustedRandIndex', measure: adjustedRandIndex },
  { name: 'vMeasure', measure: vMeasure },
  { name: 'confusionTable', measure: confusionTable },
])('$name refuses partitions of different rows.', ({ name, measure }) => {
  expect(() => measure([0, 1, 1, 0], [0, 1])).toThrow(
    new GaussmixError(
      'shape',
      `${name}: both partitions must label the same rows, got 4 labels and 2 labels.`,
    ),
  );
});
