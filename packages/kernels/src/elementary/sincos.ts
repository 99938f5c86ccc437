import { type QuarterTurns, reduceByQuarterTurns } from './reduce-by-quarter-turns.ts';

/** Sine and cosine of one angle. */
export interface SinCos {
  readonly sin: number;
  readonly cos: number;
}

/**
 * Sine and cosine of x radians, the same bits on every engine.
 *
 *   x = k pi/2 + r,  |r| <= pi/4
 *   sin r = r + r^3 p(r^2),   cos r = 1 - r^2 / 2 + r^4 q(r^2)
 *
 * Within 1 unit in the last place, 0.8 is the worst seen, for every finite x: also for 1e300. The sine of -0
 * is -0. Infinity and NaN give NaN.
 */
export function sincos(x: number): SinCos {
  // Here both are right to the last bit, and the sign of -0 is kept.
  if (Math.abs(x) < 7.450580596923828e-9) return { sin: x, cos: 1 };
  const turned = reduceByQuarterTurns(x);
  const sin = sinOfRest(turned);
  const cos = cosOfRest(turned);
  switch (turned.quarters & 3) {
    case 0:
      return { sin, cos };
    case 1:
      return { sin: cos, cos: -sin };
    case 2:
      return { sin: -sin, cos: -cos };
    default:
      return { sin: -cos, cos: sin };
  }
}

/** sin(rest + tail) on [-pi/4, pi/4]; relative error of the polynomial 2^-58 (test/elementary/coefficients.py). */
function sinOfRest({ rest, tail }: QuarterTurns): number {
  const z = rest * rest;
  const p =
    0.008333333333322413 +
    z *
      (-0.00019841269829807737 +
        z * (2.755731369190013e-6 + z * (-2.5050758113115238e-8 + z * 1.5896795552810856e-10)));
  const cube = z * rest;
  return rest - (z * (0.5 * tail - cube * p) - tail + cube * 0.16666666666666632);
}

/** cos(rest + tail) on [-pi/4, pi/4]; error of the polynomial 2^-64. */
function cosOfRest({ rest, tail }: QuarterTurns): number {
  const z = rest * rest;
  const q =
    0.0416666666666666 +
    z *
      (-0.0013888888888874125 +
        z *
          (2.4801587289482242e-5 +
            z * (-2.755731435234916e-7 + z * (2.0875723275319916e-9 + z * -1.1359647902961221e-11))));
  const half = 0.5 * z;
  const leading = 1 - half;
  // What was lost in 1 - z / 2 is added with the small terms.
  return leading + (1 - leading - half + (z * (z * q) - rest * tail));
}
