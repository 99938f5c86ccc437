/** log 2 in two parts: the first has 32 significant bits, so that k times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;

/** The upper words of 1 and of sqrt(1/2). */
const ONE = 0x3ff00000;
const SQRT_HALF = 0x3fe6a09e;

/** Minimax on 0 <= z <= (3 - sqrt 8)^2, relative error 2^-58.5: test/elementary/coefficients.py. */
const P0 = 0.6666666666666734;
const P1 = 0.3999999999941434;
const P2 = 0.28571428742472477;
const P3 = 0.2222219856364367;
const P4 = 0.181835648617608;
const P5 = 0.15314035898408324;
const P6 = 0.14796105287459915;

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);

/**
 * The natural logarithm of x, the same bits on every engine.
 *
 *   x = 2^k (1 + f),  sqrt(1/2) <= 1 + f < sqrt 2,  s = f / (2 + f)
 *   log(1 + f) = f - f^2 / 2 + s (f^2 / 2 + s^2 p(s^2))
 *
 * Within 1 unit in the last place. log(1) is 0, log(0) is -Infinity, a negative x or NaN gives NaN.
 * The reduction is that of fdlibm (Sun Microsystems, 1993).
 */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  const subnormal = x < SMALLEST_NORMAL;
  number[0] = subnormal ? x * TWO_TO_54 : x;
  // The exponent is counted from sqrt(1/2), so that 1 + f comes out between it and sqrt 2.
  const upper = (words[1] as number) + (ONE - SQRT_HALF);
  const k = (upper >> 20) - (subnormal ? 1023 + 54 : 1023);
  words[1] = (upper & 0xfffff) + SQRT_HALF;

  const f = (number[0] as number) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const p = P0 + z * P1 + z2 * (P2 + z * P3 + z2 * (P4 + z * P5 + z2 * P6));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + z * p) + k * LN2_LOW) - f);
}
