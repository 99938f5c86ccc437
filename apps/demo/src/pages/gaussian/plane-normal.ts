import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import type { PlaneCovariance } from '../../charts/axes-of.ts';
import type { Interval, Place } from '../../charts/frame.ts';

/** The five parameters of a normal distribution in two dimensions. */
export interface PlaneNormal {
  readonly mean: Place;
  readonly covariance: PlaneCovariance;
}

/** What is shown of the plane, and where the mean can be set. */
export const shown: { readonly x: Interval; readonly y: Interval } = { x: [-5, 5], y: [-3.5, 3.5] };

/** The least and the largest variance that can be set. */
export const variances = { least: 0.05, most: 6 } as const;

/** The largest correlation, either way, that can be set: at 1 there is no density. */
export const mostCorrelation = 0.98;

/**
 * A covariance that is one: variances as wished, the covariance held between -s and s, s = 0.98 sigma_x sigma_y.
 *
 * @returns it, and whether it had to be held
 */
export function held({ xx, xy, yy }: PlaneCovariance): { covariance: PlaneCovariance; wasHeld: boolean } {
  const most = mostCorrelation * Math.sqrt(xx * yy);
  const kept = Math.min(most, Math.max(-most, xy));
  return { covariance: { xx, xy: kept, yy }, wasHeld: kept !== xy };
}

/** The five numbers of an address, and back. */
export function planeNormalOf([x, y, xx, yy, xy]: readonly number[]): PlaneNormal {
  return { mean: { x, y }, covariance: { xx, xy, yy } };
}

/**
 * The five numbers that {@link planeNormalOf} reads, as many digits as an address keeps: so a link is the same hill. A
 * covariance at its limit is rounded towards zero, to stay within.
 */
export function numbersOf({ mean, covariance }: PlaneNormal): number[] {
  const [x, y, xx, yy, xy] = [mean.x, mean.y, covariance.xx, covariance.yy, covariance.xy].map(
    (value) => Math.round(value * 1e4) / 1e4,
  );
  const limit = mostCorrelation * Math.sqrt(xx * yy);
  return [x, y, xx, yy, Math.abs(xy) <= limit ? xy : (Math.sign(xy) * Math.floor(limit * 1e4)) / 1e4];
}

/** Whether numbers of an address are five that can be shown. */
export function isPlaneNormal(list: readonly number[]): boolean {
  if (list.length !== 5) return false;
  const { mean, covariance } = planeNormalOf(list);
  const inside = (value: number, [low, high]: Interval) => value >= low && value <= high;
  const allowed: Interval = [variances.least, variances.most];
  return (
    inside(mean.x, shown.x) &&
    inside(mean.y, shown.y) &&
    inside(covariance.xx, allowed) &&
    inside(covariance.yy, allowed) &&
    !held(covariance).wasHeld
  );
}

/** It as a mixture of one component, which is what the packages work with. */
export function mixtureOf({ mean, covariance: { xx, xy, yy } }: PlaneNormal): Mixture {
  return createMixture({
    weights: [1],
    means: [[mean.x, mean.y]],
    covariances: [covarianceFromDense(Float64Array.of(xx, xy, xy, yy), 2)],
  });
}
