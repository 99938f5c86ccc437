import { log } from '@gaussmix/kernels';

/**
 * Draws from N(0, 1) by Marsaglia's polar method: for (u, v) uniform in the unit disk and s = u^2 + v^2,
 *
 *   u sqrt(-2 log(s) / s)   and   v sqrt(-2 log(s) / s)
 *
 * are independent and normal. The second waits for the next call. Knuth, vol. 2, 3.4.1, algorithm P.
 */
export function normalSource(uniform: () => number): () => number {
  let waiting: number | undefined;
  return () => {
    if (waiting !== undefined) {
      const value = waiting;
      waiting = undefined;
      return value;
    }
    let u: number;
    let v: number;
    let s: number;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    const scale = Math.sqrt((-2 * log(s)) / s);
    waiting = v * scale;
    return u * scale;
  };
}
