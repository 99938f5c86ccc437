import { twoProductError, twoSumError } from '../conditioning/exact.ts';
import { exp } from './exp.ts';

/** The series about zero reaches so far: beyond, 1 - x p would lose a digit. */
const NEAR = 0.46875;

/** From here on erfc is below half of the smallest double. */
const UNDERFLOW = 27.3;

/**
 * The complementary error function, 2 / sqrt(pi) times the integral of e^(-s^2) from x on: the same bits on every
 * engine.
 *
 *   |x| < 15/32:  erfc x = 1 - x p(x^2)
 *   x >= 15/32:   erfc x = e^(-x^2) q(t) / (1 + 2 x),   t = (x - 7/2) / (x + 7/2)
 *   x <= -15/32:  erfc x = 2 - erfc -x
 *
 * with minimax polynomials p and q of relative error 2^-59 (test/elementary/coefficients.py).
 *
 * Within 2 units in the last place; 1.7 is the worst seen. erfc(0) is 1; underflow passes through the subnormal
 * numbers to 0, at 27.23; NaN stays NaN. The form is that of Shepherd & Laframboise (1981), Mathematics of
 * Computation 36, 249-253.
 */
export function erfc(x: number): number {
  const size = Math.abs(x);
  if (size < NEAR) return 1 - x * polynomial(NEAR_ZERO, x * x);
  if (size < UNDERFLOW) return x < 0 ? 2 - tail(size) : tail(size);
  return x > 0 ? 0 : x < 0 ? 2 : NaN;
}

/** erfc x for 15/32 <= x < 27.3. What rounding takes from x^2, from q, from 1 + 2 x and from both products is given back. */
function tail(x: number): number {
  const p = polynomial(BEYOND, (x - 3.5) / (x + 3.5));
  const q = 1.125 + p;
  const below = 1 + 2 * x;
  const quotient = q / below;
  const back = quotient * below;
  const remainder = q - back - twoProductError(quotient, below, back) + (p - (q - 1.125));
  const square = x * x;
  const correction =
    (remainder - quotient * twoSumError(1, 2 * x, below)) / below - quotient * twoProductError(x, x, square);
  const power = exp(-square);
  const product = power * quotient;
  // Among subnormal numbers the error of a product is none of them.
  const lost = x < 26 ? twoProductError(power, quotient, product) : 0;
  return product + (lost + power * correction);
}

/** Horner's rule. @param coefficients  the highest power first */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient);
}

/** Coefficients of p. */
const NEAR_ZERO = [
  1.4923265443251588e-6, -1.4863238615828195e-5, 0.00012053955546689623, -0.0008548309237165582,
  0.005223977490236191, -0.02686617063934885, 0.11283791670942721, -0.3761263890318365, 1.1283791670955126,
];

/** Coefficients of q - 9/8. */
const BEYOND = [
  1.0200000057922734e-8, 5.618186124957222e-10, -9.244613155746876e-8, -7.912664949465121e-9,
  5.994610448640435e-7, -4.4235247589670656e-8, -3.8139240103866397e-6, 2.3282879879454666e-6,
  2.426075192854409e-5, -4.2782214413306864e-5, -0.00012151237852301969, 0.0005643844117504929,
  -0.0003022678836155321, -0.0042150199067217085, 0.0190993309429463, -0.04882332582799942,
  0.08798315382483832, -0.1150895981601878, 0.09751909515325927, -0.010555596332218354, -0.14000918013761943,
  0.11734924487115438,
];
