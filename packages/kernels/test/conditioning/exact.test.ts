import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twoProductError, twoSumError } from '../../src/index.ts';
import { unitsOf } from './exact-integers.ts';

/** Any double whose sum with another stays finite. */
const summand = fc.double({ min: -8e307, max: 8e307, noNaN: true });

/** Doubles of the sizes that the doc promises, and zero. */
const size = fc.double({ min: 1e-140, max: 1e140, noNaN: true });
const factor = fc.oneof(
  size,
  size.map((x) => -x),
  fc.double({ min: -10, max: 10, noNaN: true }).map((x) => (Math.abs(x) < 1e-140 ? 0 : x)),
);

test('A rounded sum and its error are the sum, exactly.', () => {
  fc.assert(
    fc.property(summand, summand, (a, b) => {
      const sum = a + b;
      expect(unitsOf(sum) + unitsOf(twoSumError(a, b, sum))).toBe(unitsOf(a) + unitsOf(b));
    }),
    { numRuns: 1000 },
  );
});

test('A rounded sum of neighbors in size and its error are the sum, exactly.', () => {
  const near = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(near, near, (a, b) => {
      const sum = a + b;
      expect(unitsOf(sum) + unitsOf(twoSumError(a, b, sum))).toBe(unitsOf(a) + unitsOf(b));
    }),
    { numRuns: 1000 },
  );
});

test('A rounded product and its error are the product, exactly.', () => {
  fc.assert(
    fc.property(factor, factor, (a, b) => {
      const product = a * b;
      const error = twoProductError(a, b, product);
      expect((unitsOf(product) + unitsOf(error)) << 1074n).toBe(unitsOf(a) * unitsOf(b));
    }),
    { numRuns: 1000 },
  );
});

test('What is lost is known by hand.', () => {
  expect(twoSumError(1, 2 ** -60, 1)).toBe(2 ** -60);
  expect(twoSumError(2 ** -60, 1, 1)).toBe(2 ** -60);
  expect(twoSumError(3, 4, 7)).toBe(0);
  // (1 + 2^-30)^2 = 1 + 2^-29 + 2^-60, and 2^-60 is lost.
  const x = 1 + 2 ** -30;
  expect(twoProductError(x, x, x * x)).toBe(2 ** -60);
  expect(twoProductError(3, 5, 15)).toBe(0);
});
