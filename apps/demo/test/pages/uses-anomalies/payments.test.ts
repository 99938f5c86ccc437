import { describe, expect, it } from 'vitest';
import { isPayment, readable, typed } from '../../../src/pages/uses-anomalies/payments.ts';
import { reasonText, timesLikelier } from '../../../src/pages/uses-anomalies/reason-text.ts';

describe('a payment in words', () => {
  it('has an hour with minutes, euros with cents, kilometers and minutes', () => {
    expect([8.5, 4.2, 0.9, 760].map(readable)).toEqual(['8:30', '4.20 €', '0.9 km', '760 min']);
    expect(readable(23.999, 0)).toBe('0:00');
  });

  it('is odd by so many times', () => {
    expect(timesLikelier({ gain: Math.log(2.24), usual: 0 })).toBe('2.2 times');
    expect(timesLikelier({ gain: Math.log(5234), usual: 0 })).toBe('5,200 times');
    expect(timesLikelier({ gain: 20, usual: 0 })).toBe('over a million times');
    expect(reasonText({ column: 1, gain: Math.log(40), usual: Math.log(12.5) })).toBe(
      'amount: at 12.50 € it would be 40 times as likely',
    );
  });
});

describe('a payment that is typed', () => {
  it('is held within what is shown, to the step', () => {
    expect([typed(25, 0), typed(0.2, 1), typed(3.456, 1), typed(3.456, 2), typed(59.6, 3)]).toEqual([
      24, 1, 3.46, 3.5, 60,
    ]);
  });

  it('is taken from an address only when all of it can be shown', () => {
    expect(isPayment([3, 60, 14, 300])).toBe(true);
    expect(isPayment([3, 60, 14])).toBe(false);
    expect(isPayment([3, 60, 0, 300])).toBe(false);
  });
});
