import type { Matrix } from '@gaussmix/linalg';
import type { Interval } from '../../charts/frame.ts';

/** How often the numbers of a column fall into bins side by side, as a density: the bars have area 1. */
export interface Histogram {
  readonly extent: Interval;
  /** Heights of the bars. */
  readonly densities: readonly number[];
}

/**
 * Counts a column into bins of one width.
 *
 * @param rows  n x d
 * @param options  which column, and how many bins there are between the ends of the extent
 */
export function histogramOf(
  { data, rows, columns }: Matrix,
  { column, extent, bins }: { column: number; extent: Interval; bins: number },
): Histogram {
  const [low, high] = extent;
  const width = (high - low) / bins || 1;
  const counts = Array.from({ length: bins }, () => 0);
  for (let i = 0; i < rows; i++) {
    const bin = Math.floor((data[i * columns + column] - low) / width);
    counts[Math.max(0, Math.min(bins - 1, bin))]++;
  }
  return { extent, densities: counts.map((count) => count / (rows * width)) };
}

/** As many bins as have about the square root of the rows, from 10 to 60. */
export function binsFor(rows: number): number {
  return Math.max(10, Math.min(60, Math.round(Math.sqrt(rows))));
}
