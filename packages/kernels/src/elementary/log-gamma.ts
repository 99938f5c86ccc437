import { log } from './log.ts';

/**
 * The logarithm of the gamma function of x > 0, the same bits on every engine.
 *
 * Within 4 units in the last place, near its zeros at 1 and 2 too. Infinity at 0 and from 2.6e305 on;
 * NaN for negative x, which no caller of ours has.
 *
 *   x >= 8:        (x - 1/2)(log x - 1) + (log 2 pi - 1) / 2 + p(1/x^2) / x        (Stirling)
 *   2.25 < x < 8:  Gamma(x) = (x - 1)(x - 2) ... (2 + t) Gamma(2 + t),  -3/4 <= t <= 1/4
 *   1.25 ... 2.25: log Gamma(2 + t) = t (1 + t) q(t)
 *   0.25 ... 1.25: the same at t = x - 1, less log x
 *   below:         the same at t = x, less log(x (1 + x))
 */
export function logGamma(x: number): number {
  if (!(x >= 0)) return NaN;
  if (x >= 8) return stirling(x);
  if (x > 2.25) return shiftedDown(x);
  if (x >= 1.25) return nearTwo(x - 2);
  // Near 1 both terms vanish, each with all its digits, and in ratio 0.42 to 1: little cancels.
  if (x >= 0.25) return nearTwo(x - 1) - log(x);
  return nearTwo(x) - log(x * (1 + x));
}

function stirling(x: number): number {
  const inverse = 1 / x;
  const z = inverse * inverse;
  const p =
    0.0833333333333331 +
    z *
      (-0.0027777777773586405 +
        z *
          (0.0007936505764900447 +
            z * (-0.0005951896856713435 + z * (0.0008364587644957914 + z * -0.001633435948094851))));
  return x === Infinity ? x : (x - 0.5) * (log(x) - 1) + (0.4189385332046727 + inverse * p);
}

function shiftedDown(x: number): number {
  let product = 1;
  let rest = x;
  while (rest > 2.25) {
    rest -= 1;
    product *= rest;
  }
  return log(product) + nearTwo(rest - 2);
}

/** log Gamma(2 + t) for -3/4 <= t <= 1/4: minimax, relative error 2^-59 (test/elementary/coefficients.py). */
function nearTwo(t: number): number {
  let q = LOG_GAMMA_NEAR_TWO[0] as number;
  for (let i = 1; i < LOG_GAMMA_NEAR_TWO.length; i++) q = q * t + (LOG_GAMMA_NEAR_TWO[i] as number);
  return t * (1 + t) * q;
}

/** Coefficients of q, the highest power first. */
const LOG_GAMMA_NEAR_TWO = [
  -8.382542884534328e-7, -2.4760262927035186e-6, -3.900640249445282e-6, -2.385365164526305e-6,
  -1.7597215858293671e-6, 1.9641875856448567e-6, -3.619915718115995e-6, 8.273428402903564e-6,
  -1.76735916922164e-5, 3.816226056198659e-5, -8.309531717566655e-5, 0.00018255295715194066,
  -0.00040570736332515273, 0.0009153769150254063, -0.0021081308349921763, 0.0049986411647751925,
  -0.012384192193359905, 0.03296500062115548, -0.10031730167435396, 0.42278433509846713,
];
