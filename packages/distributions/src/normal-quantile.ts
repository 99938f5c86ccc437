import { GaussmixError, log } from '@gaussmix/kernels';
import type { Normal } from './normal.ts';

/**
 * The value that a normal variable falls below with a given probability: undoes `normalCumulative`.
 *
 *   x = mu + sigma z,   1/2 erfc(-z / sqrt 2) = p
 *
 * z by rational minimax functions of p - 1/2 and of sqrt(-ln min(p, 1 - p)), within 8 units in the last place; 6 is the worst
 * seen.
 *
 * @param p  from 0 to 1, which give -Infinity and Infinity
 * @throws GaussmixError "probability"
 *
 * Wichura (1988), algorithm AS 241, PPND16, Applied Statistics 37, 477-484.
 */
export function normalQuantile(p: number, { mean, variance }: Normal): number {
  if (!(p >= 0 && p <= 1)) {
    throw new GaussmixError('probability', `normalQuantile: p must be a number from 0 to 1, got ${p}.`);
  }
  return mean + Math.sqrt(variance) * standardNormalQuantile(p);
}

/** z of a probability from 0 to 1. */
export function standardNormalQuantile(p: number): number {
  const fromHalf = p - 0.5;
  if (Math.abs(fromHalf) <= 0.425) {
    return fromHalf * quotient(MIDDLE, 0.180625 - fromHalf * fromHalf);
  }
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return fromHalf < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-log(tail));
  const z = r <= 5 ? quotient(TAIL, r - 1.6) : quotient(FAR_TAIL, r - 5);
  return fromHalf < 0 ? -z : z;
}

/** Numerator and denominator of a rational function, the highest power first. */
interface Rational {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

function quotient({ above, below }: Rational, x: number): number {
  const horner = (sum: number, coefficient: number) => sum * x + coefficient;
  return above.reduce(horner) / below.reduce(horner);
}

/** |p - 1/2| up to 0.425. */
const MIDDLE: Rational = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};

/** min(p, 1 - p) down to e^-25. */
const TAIL: Rational = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};

/** min(p, 1 - p) below e^-25. */
const FAR_TAIL: Rational = {
  above: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};
