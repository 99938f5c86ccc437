import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Covariance, leastVariance } from '../../src/index.ts';

const entry = fc.double({ min: -1, max: 1, noNaN: true });

test('A variance that is enough is a bound from below, and the exact one is given where it is not.', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 10, maxLength: 10 }), (numbers) => {
      const dense = fourDimensional(numbers);
      const exact = leastVariance(dense);
      for (const enough of [exact / 1e6, exact / 10, exact, exact * 2]) {
        const quick = leastVariance(dense, enough);
        expect(quick).toBeLessThanOrEqual(exact * (1 + 1e-12));
        if (quick < enough) expect(quick).toBe(exact);
      }
    }),
  );
});

test('Of a diagonal factor the quick bound is exact: 1 / (1/4 + 1/9 + 1/16 + 1/25).', () => {
  const dense = fourDimensional([1, 0, 2, 0, 0, 3, 0, 0, 0, 4]);
  expect(leastVariance(dense, 1e-3)).toBeCloseTo(1 / (1 / 4 + 1 / 9 + 1 / 16 + 1 / 25), 14);
});

/** The lower triangle by rows; 1 is added to what is on the diagonal, or rather to its size. */
function fourDimensional(numbers: readonly number[]): Covariance {
  const factor = new Float64Array(16);
  let at = 0;
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j <= i; j++) {
      const number = numbers[at++]!;
      factor[i * 4 + j] = i === j ? 1 + Math.abs(number) : number;
    }
  }
  return { form: 'dense', dimension: 4, factor };
}
