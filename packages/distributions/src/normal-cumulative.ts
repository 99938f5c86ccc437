import { erfc } from '@gaussmix/kernels';
import type { Normal } from './normal.ts';

/**
 * The probability that a normal variable is at most x.
 *
 *   P(X <= x) = 1/2 erfc((mu - x) / (sigma sqrt 2))
 *
 * Far out on the left it keeps its digits down to 1e-308, at -37.5 standard deviations, but for what x itself leaves
 * open: z standard deviations out an x that is off by one rounding is off by z^2 of them here.
 *
 * @returns a probability; 0 at -Infinity, 1 at Infinity
 *
 * Abramowitz & Stegun (1964), 26.2.29.
 */
export function normalCumulative(x: number, { mean, variance }: Normal): number {
  return halfErfc((mean - x) / Math.sqrt(variance));
}

/**
 * The probability that a normal variable is above x: 1 less {@link normalCumulative}, with all its digits far out on the
 * right.
 *
 * @returns a probability; 1 at -Infinity, 0 at Infinity
 */
export function normalSurvival(x: number, { mean, variance }: Normal): number {
  return halfErfc((x - mean) / Math.sqrt(variance));
}

/** 1/2 erfc(z / sqrt 2): how much of a standard normal lies above z. */
function halfErfc(z: number): number {
  return 0.5 * erfc(z * Math.SQRT1_2);
}
