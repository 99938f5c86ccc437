import { GaussmixError } from '@gaussmix/kernels';
import { integer } from './integer.ts';

const LARGEST = 2147483648;

/**
 * k different indices below n in random order: the first k steps of a shuffle of 0, ..., n - 1, of which only
 * the moved entries are kept.
 */
export function sampleWithoutReplacement(bits: () => number, n: number, k: number): Int32Array {
  const where = 'Random.sampleWithoutReplacement';
  if (!(Number.isInteger(n) && n >= 0 && n <= LARGEST)) {
    throw new GaussmixError('count', `${where}: n must be a whole number from 0 to ${LARGEST}, got ${n}`);
  }
  if (!(Number.isInteger(k) && k >= 0 && k <= n)) {
    throw new GaussmixError('count', `${where}: k must be a whole number from 0 to n (${n}), got ${k}`);
  }
  const moved = new Map<number, number>();
  return Int32Array.from({ length: k }, (_, i) => {
    const j = i + integer(bits, n - i);
    const drawn = moved.get(j) ?? j;
    moved.set(j, moved.get(i) ?? i);
    return drawn;
  });
}
