import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOfSum } from '../src/mean-of-sum.ts';

const numbers = fc.double({ min: -1e100, max: 1e100, noNaN: true });

/** What the rounding of count copies of x, added one by one, leaves: exact in two numbers for few copies. */
function sumOfCopies(x: number, count: number): { sum: number; lost: number } {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const next = sum + x;
    const rounded = next - sum;
    lost += sum - (next - rounded) + (x - rounded);
    sum = next;
  }
  return { sum, lost };
}

describe('meanOfSum', () => {
  it('is the row for copies of one row', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 500 }), (x, count) => {
        // Below the normal numbers the parts of a product are rounded.
        if (Math.abs(x) < 1e-290) return;
        const { sum, lost } = sumOfCopies(x, count);
        expect(meanOfSum(sum, lost, count)).toBe(x);
      }),
    );
  });

  it('rounds once: thirds, sevenths and what a sum has lost', () => {
    expect(meanOfSum(1, 0, 3)).toBe(1 / 3);
    expect(meanOfSum(2 ** 53, 1, 2)).toBe(2 ** 52 + 0.5);
    expect(meanOfSum(2 ** 54, 3, 7)).toBe(Number(((2n ** 54n + 3n) * 4n) / 7n) / 4);
  });

  it('holds for huge sums, whose parts overflow', () => {
    expect(meanOfSum(1.5e308, 0, 2)).toBe(7.5e307);
  });
});
