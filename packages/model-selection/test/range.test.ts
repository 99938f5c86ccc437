import { GaussmixError } from '@gaussmix/kernels';
import { expect, test } from 'vitest';
import { range } from '../src/range.ts';

test('A range counts from its first number to its last, both included.', () => {
  expect(range(1, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(range(-1, 1)).toEqual([-1, 0, 1]);
  expect(range(4, 4)).toEqual([4]);
});

test.each([
  [9, 1],
  [1.5, 3],
  [1, Number.POSITIVE_INFINITY],
  [Number.NaN, 2],
])('A range from %d to %d is refused.', (first, last) => {
  expect(() => range(first, last)).toThrow(
    new GaussmixError(
      'range',
      `range: first and last must be whole numbers with first <= last, got ${first} and ${last}. ` +
        'Both ends are included: range(1, 9) counts from 1 to 9.',
    ),
  );
});
