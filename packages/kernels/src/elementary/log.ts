import { scaleByPowerOfTwo } from './scale-by-power-of-two.ts';

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);

/**
 * The natural logarithm of x, the same bits on every engine.
 *
 *   x = 2^k (1 + f),  sqrt(1/2) <= 1 + f < sqrt 2,  s = f / (2 + f)
 *   log(1 + f) = f - f^2 / 2 + s (f^2 / 2 + s^2 p(s^2))
 *
 * with the minimax polynomial p of relative error 2^-58.5 (test/elementary/coefficients.py).
 *
 * Within 1 unit in the last place; 0.85 is the worst seen. log(1) is 0, log(0) is -Infinity, a negative x
 * gives NaN. The reduction is that of fdlibm (Sun Microsystems, 1993).
 */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  const subnormal = x < 2.2250738585072014e-308;
  const normal = subnormal ? x * 18014398509481984 : x;
  number[0] = normal;
  // The exponent, counted from sqrt(1/2): the words are those of 1 and of sqrt(1/2).
  const exponent = (((words[1] as number) + (0x3ff00000 - 0x3fe6a09e)) >> 20) - 1023;
  // 0 - exponent, for -exponent may be -0 and leaves integer arithmetic.
  const f = scaleByPowerOfTwo(normal, 0 - exponent) - 1;
  const k = subnormal ? exponent - 54 : exponent;

  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const p =
    0.6666666666666734 +
    z * 0.3999999999941434 +
    z2 *
      (0.28571428742472477 +
        z * 0.2222219856364367 +
        z2 * (0.181835648617608 + z * 0.15314035898408324 + z2 * 0.14796105287459915));
  const halfSquare = 0.5 * f * f;
  // Small terms first. log 2 in two parts, of which the first has 32 significant bits: k times it is exact.
  const correction = s * (halfSquare + z * p) + k * 1.9082149292705877e-10;
  return k * 0.6931471803691238 - (halfSquare - correction - f);
}
