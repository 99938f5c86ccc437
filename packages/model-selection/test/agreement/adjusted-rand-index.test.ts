import { GaussmixError } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedRandIndex } from '../../src/agreement/adjusted-rand-index.ts';
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
  scikitLearn: number;
  exact: number | null;
}

const { cases } = readReference<{ cases: Case[] }>('adjusted-rand.json');

/** Two conversions of whole numbers to doubles and one division: at most 1.5 units in the last place. */
const rounding = 1.5 * 2 ** -52;

function labelsBy(rows: number, { multiplier, modulus }: Rule): number[] {
  return Array.from(new Float64Array(rows).map((_, i) => (multiplier * i * i + i) % modulus));
}

describe('The adjusted Rand index is that of scikit-learn', () => {
  test.each(cases)('for $title', ({ a, b, rows, rules, scikitLearn, exact }) => {
    const first = a ?? labelsBy(rows!, rules![0]);
    const second = b ?? labelsBy(rows!, rules![1]);
    const index = adjustedRandIndex(first, second);
    expect(Math.abs(index - scikitLearn)).toBeLessThanOrEqual(rounding * Math.abs(scikitLearn));
    if (exact !== null) expect(Math.abs(index - exact)).toBeLessThanOrEqual(rounding * Math.abs(exact));
  });
});

const twoPartitions = fc.integer({ min: 1, max: 40 }).chain((rows) => {
  const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: rows, maxLength: rows });
  return fc.tuple(labels, labels);
});

test('The index does not depend on which partition comes first, nor on the names of the labels.', () => {
  fc.assert(
    fc.property(twoPartitions, ([a, b]) => {
      const index = adjustedRandIndex(a, b);
      expect(adjustedRandIndex(b, a)).toBe(index);
      expect(
        adjustedRandIndex(
          a.map((label) => `group ${9 - label}`),
          b,
        ),
      ).toBe(index);
      expect(index).toBeLessThanOrEqual(1);
    }),
  );
});

test('A partition agrees with itself: the index is 1.', () => {
  fc.assert(
    fc.property(twoPartitions, ([a]) => {
      expect(adjustedRandIndex(a, a)).toBe(1);
    }),
  );
});

test('Labels may stand in a typed array, as predict returns them.', () => {
  expect(adjustedRandIndex(Int32Array.of(0, 0, 1, 1), ['a', 'a', 'b', 'b'])).toBe(1);
});

test('Partitions of different rows are refused.', () => {
  expect(() => adjustedRandIndex([0, 1, 1], [0, 1])).toThrow(
    new GaussmixError(
      'shape',
      'adjustedRandIndex: both partitions must label the same rows, got 3 labels and 2 labels.',
    ),
  );
});
