import { cumulative, type Mixture, quantile, sampleQuantile } from '@gaussmix/distributions';

/** Days of n below a return that a mixture expects. */
export function expectedBelow(mixture: Mixture, below: number, n: number): number {
  return n * cumulative(mixture, [below])[0];
}

/** Days that were below a return. */
export function countBelow(values: Float64Array, below: number): number {
  return values.reduce((count, value) => count + Number(value <= below), 0);
}

/** The loss, in percent, that only a share of days exceeds: less a quantile. */
export function valueAtRisk(mixture: Mixture, share: number): number {
  return -quantile(mixture, [share])[0];
}

/** The same, of the days as they were. */
export function pastValueAtRisk(values: Float64Array, share: number): number {
  return -sampleQuantile(values, share);
}

/** How wild days follow wild days. */
export interface Clustering {
  /** The share of wild days. */
  readonly overall: number;
  /** The share of wild days among those after a wild day; NaN when there is none. */
  readonly afterWild: number;
}

/** Counts days that are more likely wild than not. */
export function clusteringOf(wild: ArrayLike<number>): Clustering {
  const days = Array.from(wild, (probability) => probability > 0.5);
  const after = days.slice(1).filter((_, i) => days[i]);
  const share = (list: readonly boolean[]) => list.filter(Boolean).length / list.length;
  return { overall: share(days), afterWild: share(after) };
}
