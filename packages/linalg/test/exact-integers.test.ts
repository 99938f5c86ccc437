import { expect, test } from 'vitest';
import { ratio, UNITS_IN_ONE, unitsOf } from './exact-integers.ts';

test('Doubles are whole numbers of their least unit.', () => {
  expect(unitsOf(5e-324)).toBe(1n);
  expect(unitsOf(-1e-323)).toBe(-2n);
  expect(unitsOf(0)).toBe(0n);
  expect(unitsOf(1)).toBe(UNITS_IN_ONE);
  expect(unitsOf(-0.75)).toBe((-3n * UNITS_IN_ONE) / 4n);
  expect(unitsOf(2 ** 53 - 1)).toBe(9007199254740991n * UNITS_IN_ONE);
  expect(unitsOf(2 ** -1022)).toBe(1n << 52n);
});

test('Ratios of whole numbers are doubles.', () => {
  expect(ratio(3n, 4n)).toBe(0.75);
  expect(ratio(-unitsOf(1e-10), unitsOf(1))).toBe(-1e-10);
});
