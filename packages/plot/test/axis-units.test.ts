import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf } from '../src/axis.ts';
import { axisTitle, axisUnits, onAxis } from '../src/axis-units.ts';

describe('axisUnits', () => {
  it.each([
    { low: 0, high: 1, title: 'a' },
    { low: 43, high: 96, title: 'a' },
    { low: -250_000, high: 250_000, title: 'a' },
    { low: 0.002, high: 0.004, title: 'a' },
    { low: 2001, high: 2003, title: 'a' },
    { low: 0, high: 0, title: 'a' },
    { low: 1e6, high: 4e6, title: 'a (× 1e6)' },
    { low: 0, high: 2e-5, title: 'a (× 1e-6)' },
    { low: 1e-100, high: 3e-100, title: 'a (× 1e-102)' },
    { low: 1e8 - 3, high: 1e8 + 3, title: 'a (+ 100,000,000)' },
    { low: 1e8 + 43, high: 1e8 + 96, title: 'a (+ 100,000,000)' },
    { low: -1e8 - 3, high: -1e8 + 3, title: 'a (− 100,000,000)' },
    { low: 123_456_781, high: 123_456_787, title: 'a (+ 123,456,780)' },
    { low: 5, high: 5 + 1e-9, title: 'a (× 1e-9 + 5)' },
    { low: -1234567891.32, high: -1234567890.29, title: 'a (− 1,234,567,891)' },
    { low: -1e308, high: 1e308, title: 'a (× 1e306)' },
  ])('from $low to $high count as in "$title"', ({ low, high, title }) => {
    expect(axisTitle('a', axisUnits(low, high))).toBe(title);
  });

  it.each([
    { low: 0.005, high: 0.009, title: 'a (× 1e-3)' },
    { low: -50_000, high: 30_000, title: 'a (× 1e3)' },
    { low: -5000, high: 3000, title: 'a' },
    { low: 0.02, high: 0.04, title: 'a' },
  ])('from $low to $high count as in "$title" where labels must be short', ({ low, high, title }) => {
    expect(axisTitle('a', axisUnits(low, high, 'short'))).toBe(title);
  });

  it('keep the ticks below six digits and change values by no more than rounding', () => {
    const ends = fc.tuple(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e12, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, ([low, span]) => {
        const units = axisUnits(low, low + span);
        for (const value of [low, low + span]) {
          const tick = onAxis(value, units);
          expect(Math.abs(tick)).toBeLessThan(1e6);
          const back = tick * Number(`1e${units.exponent}`) + units.offset;
          // The last term is for denormal numbers, which keep fewer digits.
          expect(Math.abs(back - value)).toBeLessThanOrEqual(
            4e-16 * (Math.abs(value) + Math.abs(units.offset)) + 1e-300,
          );
        }
      }),
    );
  });
});

describe('axisOf', () => {
  it('leaves room beyond the values', () => {
    expect(axisOf({ name: 'a', low: 10, high: 20, padding: 0.1 })).toMatchObject({
      low: 9,
      high: 21,
      domain: [9, 21],
    });
  });

  it('has an extent where all values are equal', () => {
    expect(axisOf({ name: 'a', low: 0, high: 0 }).domain).toEqual([-1, 1]);
    expect(axisOf({ name: 'a', low: 8, high: 8 }).domain).toEqual([4, 12]);
    expect(axisOf({ name: 'a', low: -8, high: -8 }).domain).toEqual([-12, -4]);
  });

  it('stays finite at the ends of what a double holds', () => {
    const { low, high, domain } = axisOf({ name: 'a', low: -Number.MAX_VALUE, high: Number.MAX_VALUE });
    expect([low, high, ...domain].every(Number.isFinite)).toBe(true);
  });
});
