import { type Mixture, normalDensity, scoreSamples } from '@gaussmix/distributions';
import { exp } from '@gaussmix/kernels';
import type { Interval, Place } from '../../charts/frame.ts';

/** A bar of a histogram, as a density. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** count / (n width) */
  readonly density: number;
}

/** The bars of equal width that cover an interval. Values beyond it are not shown. */
export function barsOf(values: Float64Array, [low, high]: Interval, count: number): Bar[] {
  const width = (high - low) / count;
  const counts = new Int32Array(count);
  for (const value of values) {
    const at = Math.floor((value - low) / width);
    if (at >= 0 && at < count) counts[at]++;
  }
  return Array.from(counts, (own, i) => ({
    from: low + i * width,
    to: low + (i + 1) * width,
    count: own,
    density: own / (values.length * width),
  }));
}

/** The density of a mixture of one column along an interval. */
export function outlineOf(mixture: Mixture, places: Float64Array): Place[] {
  const scores = scoreSamples(mixture, { data: places, rows: places.length, columns: 1 });
  return Array.from(places, (x, i) => ({ x, y: exp(scores[i]) }));
}

/** What component k adds to the density: w_k N(x; mu_k, sigma_k^2). */
export function partOf(
  { mixture, deviations }: { mixture: Mixture; deviations: readonly number[] },
  k: number,
  places: Float64Array,
): Place[] {
  const normal = { mean: mixture.means[k][0], variance: deviations[k] * deviations[k] };
  return Array.from(places, (x) => ({ x, y: mixture.weights[k] * normalDensity(x, normal) }));
}

/** Places from end to end, and the means, where a thin component has its peak. */
export function placesAlong([low, high]: Interval, means: readonly number[]): Float64Array {
  const steps = 400;
  return Float64Array.from([
    ...Array.from({ length: steps + 1 }, (_, i) => low + (i / steps) * (high - low)),
    ...means.filter((mean) => mean > low && mean < high),
  ]).sort();
}
