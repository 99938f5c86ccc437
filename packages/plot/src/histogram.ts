import { exp, log } from '@gaussmix/kernels';

/** Bars of a histogram, each of one width. */
export interface Histogram {
  /** bins + 1 numbers, ascending. */
  readonly edges: Float64Array;
  /** bins numbers: the share of the values in each, divided by the width, so that the areas sum to 1. */
  readonly densities: Float64Array;
}

const mostBins = 100;

/**
 * A histogram on density scale, with bars as wide as Freedman & Diaconis (1981) advise.
 *
 *   width = 2 (interquartile range) n^(-1/3),   at most 100 bars
 *
 * When half of the values are equal that width is zero, and there are sqrt(n) bars instead.
 *
 * @param values  n numbers, at least one
 * @param width  of the only bar when all values are equal, above 0
 */
export function histogram(values: Float64Array, width: number): Histogram {
  const sorted = values.slice().sort();
  const n = sorted.length;
  const low = sorted[0]!;
  const high = sorted[n - 1]!;
  if (low === high) {
    return {
      edges: Float64Array.of(low - width / 2, low + width / 2),
      densities: Float64Array.of(1 / width),
    };
  }
  const bins = binCount(sorted);
  const step = (high - low) / bins;
  const densities = new Float64Array(bins);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((value - low) / step));
    densities[bin] = densities[bin]! + 1 / n / step;
  }
  return { edges: Float64Array.from({ length: bins + 1 }, (_, i) => low + i * step), densities };
}

function binCount(sorted: Float64Array): number {
  const n = sorted.length;
  const quantile = (p: number) => sorted[Math.floor(p * (n - 1))]!;
  const width = 2 * (quantile(0.75) - quantile(0.25)) * exp(-log(n) / 3);
  const bins = width > 0 ? (sorted[n - 1]! - sorted[0]!) / width : Math.sqrt(n);
  return Math.max(1, Math.min(mostBins, Math.ceil(bins)));
}
