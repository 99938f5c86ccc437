import { exp, log } from '@gaussmix/kernels';
import { LOG_2_PI } from './pack-mixture.ts';

/** Mean and variance of a normal distribution of one variable. */
export interface Normal {
  readonly mean: number;
  /** Positive. */
  readonly variance: number;
}

/**
 * The log-density of a normal distribution.
 *
 *   ln N(x; mu, sigma^2) = -1/2 (ln 2 pi + ln sigma^2 + (x - mu)^2 / sigma^2)
 *
 * @returns nats
 */
export function normalLogDensity(x: number, { mean, variance }: Normal): number {
  const deviation = (x - mean) / Math.sqrt(variance);
  return -0.5 * (LOG_2_PI + log(variance) + deviation * deviation);
}

/**
 * The density of a normal distribution.
 *
 * @returns a density, per unit of x
 */
export function normalDensity(x: number, normal: Normal): number {
  return exp(normalLogDensity(x, normal));
}
