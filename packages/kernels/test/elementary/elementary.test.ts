import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erfc, exp, log, logGamma, sincos } from '../../src/index.ts';

const EPSILON = 2 ** -52;

describe('exp', () => {
  it('is exactly 1 at 0 and at -0', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
  });

  it('overflows to Infinity above log of the largest double, and not below', () => {
    expect(exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(1e308)).toBe(Infinity);
    expect(exp(Infinity)).toBe(Infinity);
  });

  it('passes through the subnormal numbers to 0', () => {
    expect(exp(-745.1332191019411)).toBe(5e-324);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(-1e308)).toBe(0);
    expect(exp(-Infinity)).toBe(0);
  });

  it('keeps NaN', () => {
    expect(exp(NaN)).toBeNaN();
  });

  it('has the digits of e, of 1/e and of e^10 to the last', () => {
    expect(exp(1)).toBe(2.718281828459045);
    expect(exp(-1)).toBe(0.36787944117144233);
    expect(exp(10)).toBe(22026.465794806718);
  });

  it('never decreases along neighboring doubles, also where the reduction changes its step', () => {
    for (const start of [-0.34657359028, 0.34657359027, 0.5, 1.03972077, -20]) {
      expect(descents(exp, start, 20_000)).toBe(0);
    }
  });

  it('turns sums into products', () => {
    // Rounding x + y moves the result by up to |x + y| / 2 units, the two factors and the product by 3 more.
    fc.assert(
      fc.property(finite(-300, 300), finite(-300, 300), (x, y) => {
        const units = Math.abs(exp(x) * exp(y) - exp(x + y)) / (EPSILON * exp(x + y));
        return units <= Math.abs(x + y) / 2 + 4;
      }),
    );
  });
});

describe('log', () => {
  it('is exactly 0 at 1', () => {
    expect(log(1)).toBe(0);
  });

  it('is -Infinity at 0 and -0, NaN below and at NaN, Infinity at Infinity', () => {
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(-5e-324)).toBeNaN();
    expect(log(-Infinity)).toBeNaN();
    expect(log(NaN)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
  });

  it('reaches the smallest and the largest double', () => {
    expect(log(5e-324)).toBe(-744.4400719213812);
    expect(log(1.7976931348623157e308)).toBe(709.782712893384);
  });

  it('has the digits of log 2, log 10 and log 1/2 to the last', () => {
    expect(log(2)).toBe(0.6931471805599453);
    expect(log(10)).toBe(2.302585092994046);
    expect(log(0.5)).toBe(-0.6931471805599453);
  });

  it('never decreases along neighboring doubles, also where the reduction changes its step', () => {
    for (const start of [0.70710678118, 1.41421356237, 0.999999999999, 3, 2.2250738585072e-308]) {
      expect(descents(log, start, 20_000)).toBe(0);
    }
  });

  it('undoes exp', () => {
    // exp(x) is right to one unit, which log sees as an absolute EPSILON; its own error is one unit of x.
    fc.assert(
      fc.property(finite(-700, 700), (x) => Math.abs(log(exp(x)) - x) <= EPSILON * (1 + 2 * Math.abs(x))),
    );
  });
});

describe('sincos', () => {
  it('is exact at 0 and keeps the sign of -0', () => {
    expect(sincos(0)).toEqual({ sin: 0, cos: 1 });
    expect(sincos(-0)).toEqual({ sin: -0, cos: 1 });
  });

  it('gives NaN for what is no angle', () => {
    for (const x of [NaN, Infinity, -Infinity]) expect(sincos(x)).toEqual({ sin: NaN, cos: NaN });
  });

  it('has the digits of the sine and cosine of 1 and of 1e22 to the last', () => {
    expect(sincos(1)).toEqual({ sin: 0.8414709848078965, cos: 0.5403023058681398 });
    expect(sincos(1e22)).toEqual({ sin: -0.8522008497671888, cos: 0.523214785395139 });
  });

  it('lies on the unit circle, and mirrors', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const { sin, cos } = sincos(x);
        expect(Math.abs(sin * sin + cos * cos - 1)).toBeLessThan(4 * EPSILON);
        expect(sincos(-x)).toEqual({ sin: -sin, cos });
      }),
    );
  });
});

describe('logGamma', () => {
  it('is exactly 0 at 1 and 2', () => {
    expect(logGamma(1)).toBe(0);
    expect(Math.abs(logGamma(2))).toBe(0);
  });

  it('is Infinity at 0 and where it overflows, NaN below 0', () => {
    expect(logGamma(0)).toBe(Infinity);
    expect(logGamma(2.5e305)).toBeLessThan(Infinity);
    expect(logGamma(2.6e305)).toBe(Infinity);
    expect(logGamma(Infinity)).toBe(Infinity);
    expect(logGamma(-0.5)).toBeNaN();
    expect(logGamma(NaN)).toBeNaN();
  });

  it('is the logarithm of a factorial at whole numbers', () => {
    let factorial = 1;
    for (let n = 3; n <= 23; n++) {
      factorial *= n - 1; // exact up to 22!
      expect(Math.abs(logGamma(n) / log(factorial) - 1)).toBeLessThan(5 * EPSILON);
    }
  });

  it('obeys Gamma(x + 1) = x Gamma(x) across all the seams', () => {
    fc.assert(
      fc.property(finite(1e-3, 50), (x) => {
        const left = logGamma(x + 1);
        const right = logGamma(x) + log(x);
        const size = Math.abs(left) + Math.abs(logGamma(x)) + Math.abs(log(x)) + 1;
        return Math.abs(left - right) <= 5 * EPSILON * size;
      }),
    );
  });
});

describe('erfc', () => {
  it('is exactly 1 at 0 and -0, 2 and 0 at the ends, and NaN at NaN', () => {
    expect([0, -0, -Infinity, Infinity, -6, NaN].map(erfc)).toEqual([1, 1, 2, 0, 2, NaN]);
  });

  it('passes through the subnormal numbers to 0', () => {
    expect([27.2, 27.21].map(erfc)).toEqual([1e-323, 5e-324]);
    expect(erfc(27.3)).toBe(0);
    expect(erfc(1e300)).toBe(0);
  });

  it('has the digits of erfc 1 and of erfc -1 to the last', () => {
    expect(erfc(1)).toBe(0.15729920705028513);
    expect(erfc(-1)).toBe(1.8427007929497148);
  });

  it('adds up to 2 with its mirror image', () => {
    fc.assert(fc.property(finite(-10, 10), (x) => Math.abs(erfc(x) + erfc(-x) - 2) <= 2 * EPSILON));
  });

  it('has the slope that its definition says', () => {
    // The central difference errs by h^2 / 6 times the third derivative over the first, 4 x^2 - 2, and by rounding.
    const h = 2 ** -17;
    fc.assert(
      fc.property(finite(-4, 20), (x) => {
        const slope = (erfc(x + h) - erfc(x - h)) / (2 * h);
        const expected = -1.1283791670955126 * exp(-x * x);
        const rounding = (2 * EPSILON * erfc(x)) / h;
        const bound = (h * h * (4 * x * x + 2)) / 6 + (2 * x * x + 8) * EPSILON;
        expect(Math.abs(slope - expected)).toBeLessThanOrEqual(bound * Math.abs(expected) * 2 + rounding);
      }),
    );
  });
});

function finite(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}

/** How often f falls along so many neighboring doubles, upward from start. */
function descents(f: (x: number) => number, start: number, count: number): number {
  const float = new Float64Array([start]);
  const bits = new BigInt64Array(float.buffer);
  const step = start < 0 ? -1n : 1n;
  let before = -Infinity;
  let falls = 0;
  for (let i = 0; i < count; i++) {
    const y = f(float[0] as number);
    if (y < before) falls += 1;
    before = y;
    bits[0] = (bits[0] as bigint) + step;
  }
  return falls;
}
