import { toDense } from '@gaussmix/covariance';
import { type Mixture, marginal, normalDensity } from '@gaussmix/distributions';
import type { Interval, Place } from '../../charts/frame.ts';

/** The density of one column: of the whole mixture, and of each component by its weight. */
export interface DensityCurves {
  readonly whole: readonly Place[];
  /** K curves, which add up to the whole. */
  readonly parts: readonly (readonly Place[])[];
}

const points = 241;

/** The density of a mixture in one column, over an interval. */
export function densityCurves(
  mixture: Mixture,
  { column, extent: [low, high] }: { column: number; extent: Interval },
): DensityCurves {
  const { weights, means, covariances } = marginal(mixture, [column]);
  const places = Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
  const parts = Array.from(weights, (weight, k) => {
    const normal = { mean: means[k][0], variance: toDense(covariances[k])[0] };
    return places.map((x) => ({ x, y: weight * normalDensity(x, normal) }));
  });
  const whole = places.map((x, i) => ({ x, y: parts.reduce((sum, part) => sum + part[i].y, 0) }));
  return { whole, parts };
}
