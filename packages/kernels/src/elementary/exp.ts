import { scaleByPowerOfTwo } from './scale-by-power-of-two.ts';

/**
 * e^x, the same bits on every engine.
 *
 *   x = k log 2 + r,   |r| <= log 2 / 2
 *   e^x = 2^k (1 + r + r c / (2 - c)),   c = r - r^2 p(r^2)
 *
 * with the minimax polynomial p that makes the quotient right to 2^-59 (test/elementary/coefficients.py).
 *
 * Within 1 unit in the last place; 0.73 is the worst seen. exp(0) is 1, overflow is Infinity, underflow
 * passes through the subnormal numbers to 0, NaN stays NaN. Straight-line: no branch depends on x.
 * The form of the quotient is that of fdlibm (Sun Microsystems, 1993).
 */
export function exp(x: number): number {
  // Beyond -750 and 710 the result is 0 or Infinity all the same, and the exponent stays in reach of the scale.
  const bounded = Math.min(Math.max(x, -750), 710);
  // Adding 1.5 * 2^52 rounds to a whole number, the nearest one.
  const k = bounded * 1.4426950408889634 + 6755399441055744 - 6755399441055744;
  // log 2 in two parts, of which the first has 32 significant bits: k times it is exact.
  const high = bounded - k * 0.6931471803691238;
  const low = k * 1.9082149292705877e-10;
  const r = high - low;

  const r2 = r * r;
  const p =
    0.16666666666666602 +
    r2 *
      (-0.0027777777777015225 +
        r2 * (6.613756321394664e-5 + r2 * (-1.65339021836802e-6 + r2 * 4.1381363452965604e-8)));
  const c = r - r2 * p;
  // What is lost in 1 + high is added with the small terms.
  const leading = 1 + high;
  const y = leading + (high - (leading - 1) + ((r * c) / (2 - c) - low));
  return scaleByPowerOfTwo(y, k | 0);
}
