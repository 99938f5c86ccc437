const LOG2_E = 1.4426950408889634;
/** log 2 in two parts: the first has 32 significant bits, so that k times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** 1.5 * 2^52: adding it rounds to a whole number, to nearest, and leaves that number in the low bits. */
const ROUNDER = 6755399441055744;

/** Beyond these the result is Infinity or 0 anyway, and k stays in reach of two powers of two. */
const LOWEST = -750;
const HIGHEST = 710;

/** Minimax on [-log 2 / 2, log 2 / 2], relative error 2^-63.9: test/elementary/coefficients.py. */
const P0 = 0.1666666666666668;
const P1 = 0.04166666666666641;
const P2 = 0.00833333333331853;
const P3 = 0.001388888888903324;
const P4 = 0.00019841269893336024;
const P5 = 2.4801587025657696e-5;
const P6 = 2.755723745799969e-6;
const P7 = 2.7557526050654836e-7;
const P8 = 2.5111245690814582e-8;
const P9 = 2.0838524893628494e-9;

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);

/**
 * e^x, the same bits on every engine.
 *
 *   x = k log 2 + r,   e^x = 2^k (1 + r + r^2 / 2 + r^3 p(r))
 *
 * Within 0.85 units in the last place. exp(0) is 1, overflow is Infinity, underflow passes through
 * the subnormal numbers to 0, NaN stays NaN. Straight-line: no table, no branch on x.
 */
export function exp(x: number): number {
  const bounded = Math.min(Math.max(x, LOWEST), HIGHEST);
  const shifted = bounded * LOG2_E + ROUNDER;
  const k = shifted - ROUNDER;
  const high = bounded - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  const r2 = r * r;
  const r4 = r2 * r2;
  const p =
    P0 + r * P1 + r2 * (P2 + r * P3) + r4 * (P4 + r * P5 + r2 * (P6 + r * P7) + r4 * (P8 + r * P9));
  const y = 1 + (r + (lost + r2 * (0.5 + r * p)));
  // Twice, because 2^k itself may be out of range where 2^k y is not.
  number[0] = shifted;
  const exponent = words[0] as number;
  const half = exponent >> 1;
  return y * powerOfTwo(half) * powerOfTwo(exponent - half);
}

/** 2^k for -1022 <= k <= 1023, from its bits. */
function powerOfTwo(k: number): number {
  words[0] = 0;
  words[1] = (k + 1023) << 20;
  return number[0] as number;
}
