import { log } from '@gaussmix/kernels';

/** t ln t, the summand of entropies: 0 at 0, its limit. */
export function timesLog(t: number): number {
  return t > 0 ? t * log(t) : 0;
}
