import { GaussmixError } from '@gaussmix/kernels';

const TWO_TO_32 = 4294967296;
const TWO_TO_53 = 9007199254740992;

/**
 * Uniform among 0, ..., n - 1 without bias: draws from the incomplete last round of n are thrown away.
 *
 * @param bits  gives 32 random bits
 */
export function integer(bits: () => number, n: number): number {
  if (!(Number.isInteger(n) && n >= 1 && n <= TWO_TO_53)) {
    throw new GaussmixError(
      'count',
      `Random.integer: n must be a whole number from 1 to ${TWO_TO_53}, got ${n}`,
    );
  }
  return n <= TWO_TO_32
    ? integerBelow(() => bits() >>> 0, TWO_TO_32, n)
    : integerBelow(() => bits53(bits), TWO_TO_53, n);
}

/** @param draw  uniform among 0, ..., range - 1 */
function integerBelow(draw: () => number, range: number, n: number): number {
  const rounds = range - (range % n);
  let x = draw();
  while (x >= rounds) x = draw();
  return x % n;
}

function bits53(bits: () => number): number {
  return (bits() >>> 11) * TWO_TO_32 + (bits() >>> 0);
}
