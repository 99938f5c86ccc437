import { exp, log } from '@gaussmix/kernels';
import { leastSpan } from './axis.ts';

/** Bars of a histogram, each of one width. */
export interface Histogram {
  /** bins + 1 numbers, ascending. */
  readonly edges: Float64Array;
  /** bins numbers: the share of the values in each, divided by the width, so that the areas sum to 1. */
  readonly densities: Float64Array;
}

export interface HistogramOptions {
  /** The width of the only bar when all values are equal, or as good as; above 0. */
  readonly width: number;
  /** Bars at most; 100 when absent. */
  readonly mostBins?: number;
}

/**
 * A histogram on density scale. There are as many bars as the finer of two rules advises, because the first one
 * hides the gaps between well separated components:
 *
 *   Freedman & Diaconis (1981): width 2 (interquartile range) n^(-1/3)      Rice: 2 n^(1/3) bars
 *
 * @param values  n numbers, at least one
 */
export function histogram(values: Float64Array, { width, mostBins = 100 }: HistogramOptions): Histogram {
  const sorted = values.slice().sort();
  const n = sorted.length;
  const low = sorted[0]!;
  const high = sorted[n - 1]!;
  if (high - low < leastSpan) {
    return {
      edges: Float64Array.of(low - width / 2, low + width / 2),
      densities: Float64Array.of(1 / width),
    };
  }
  const bins = Math.min(mostBins, binCount(sorted));
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
  const cubeRoot = exp(log(n) / 3);
  const width = (2 * (quantile(0.75) - quantile(0.25))) / cubeRoot;
  const span = sorted[n - 1]! - sorted[0]!;
  // Less than a rounding error is not a bar more: n = 27 has 6 bars.
  return Math.ceil(Math.max(2 * cubeRoot, width > 0 ? span / width : 1) - 1e-9);
}
