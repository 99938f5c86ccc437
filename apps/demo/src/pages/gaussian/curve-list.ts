import { type Normal, normalDensity } from '@gaussmix/distributions';
import type { Interval, Place } from '../../charts/frame.ts';

/** A bell curve by its two parameters. */
export interface Bell {
  readonly mean: number;
  /** sigma, above 0. */
  readonly deviation: number;
}

/** How many curves can be shown. */
export const mostBells = 4;

/** What is shown of the line, and where means can be set. */
export const shown: Interval = [-6, 8];

/** The least and the largest sigma that can be set. */
export const deviations = { least: 0.2, most: 4 } as const;

/** Curves from numbers of an address, mean and sigma by turns. */
export function bellsOf(list: readonly number[]): Bell[] {
  return Array.from({ length: list.length / 2 }, (_, i) => ({
    mean: list[2 * i],
    deviation: list[2 * i + 1],
  }));
}

/** The numbers that {@link bellsOf} reads, as many digits as an address keeps: so a link is the same curves. */
export function listOf(bells: readonly Bell[]): number[] {
  return bells
    .flatMap(({ mean, deviation }) => [mean, deviation])
    .map((value) => Math.round(value * 1e4) / 1e4);
}

/** Whether numbers of an address are curves that can be shown. */
export function areBells(list: readonly number[]): boolean {
  return (
    list.length > 0 &&
    list.length % 2 === 0 &&
    list.length <= 2 * mostBells &&
    bellsOf(list).every(
      ({ mean, deviation }) =>
        mean >= shown[0] && mean <= shown[1] && deviation >= deviations.least && deviation <= deviations.most,
    )
  );
}

/** The normal distribution of a curve. */
export function normalOf({ mean, deviation }: Bell): Normal {
  return { mean, variance: deviation * deviation };
}

/** The curve, from `low` to `high`. */
export function outlineOf(bell: Bell, [low, high]: readonly [number, number]): Place[] {
  const normal = normalOf(bell);
  const steps = 240;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = low + (i / steps) * (high - low);
    return { x, y: normalDensity(x, normal) };
  });
}
