import { scatterAdder } from '../loop/scatter-adder.ts';
import type { MemorySettings, NoveltySettings } from './memory-settings.ts';

/**
 * What is remembered of the rows: counts, means and scatters about these means, never sums of squares, which lose all digits
 * far from zero. Changed in place.
 */
export interface Statistics {
  readonly dimension: number;
  /** N_k, K numbers, never below {@link LEAST}. */
  readonly counts: Float64Array;
  /** K means less an origin. */
  readonly offsets: readonly Float64Array[];
  /** S_k about the means: K matrices, K diagonals, or one pooled matrix. */
  readonly scatters: readonly Float64Array[];
}

/**
 * 2^-200: a component that has, or has kept, no rows counts for so many. That is nothing beside one row, not even in the last
 * bit, and keeps its mean and covariance defined.
 */
export const LEAST = 6.223015277861142e-61;

/** 2^-100 of a row: who gets no more is left as it is, and who counts for no more explains nothing. */
export const NOTHING = 7.888609052210118e-31;

/**
 * Forgets for the coming of one row.
 *
 *   N_k <- lambda N_k,   S_k <- lambda S_k,   but N_k no further than to the rows that are retained
 */
export function forget(statistics: Statistics, { forgetting, retain }: MemorySettings): void {
  if (forgetting === 1) return;
  const least = Math.max(retain, LEAST);
  const factors = statistics.counts.map((count) => keptShare(count, forgetting, least));
  rescale(statistics, factors);
}

/** The factor that a count is forgotten by, which leaves what is to be retained. */
export function keptShare(count: number, forgetting: number, least: number): number {
  return count > least ? Math.max(forgetting, least / count) : 1;
}

/**
 * Adds one row, which counts for each component by its posterior.
 *
 *   N' = N + r,   mu' = mu + r / N' (x - mu),   S' = S + N r / N' (x - mu)(x - mu)^T
 *
 * @param row  less the origin
 * @param posteriors  r: K numbers, summing to 1
 *
 * West (1979).
 */
export function addRow(statistics: Statistics, row: Float64Array, posteriors: Float64Array): void {
  const { counts, offsets, dimension: d } = statistics;
  const addSquare = scatterAdder(statistics);
  const deviation = new Float64Array(d);
  for (let k = 0; k < counts.length; k++) {
    const weight = posteriors[k]!;
    if (!(weight > NOTHING)) continue;
    const before = counts[k]!;
    const share = weight / (before + weight);
    const offset = offsets[k]!;
    for (let j = 0; j < d; j++) deviation[j] = row[j]! - offset[j]!;
    for (let j = 0; j < d; j++) offset[j] = offset[j]! + share * deviation[j]!;
    addSquare(k, deviation, before * share);
    counts[k] = before + weight;
  }
}

/**
 * Puts a new component about a row in the place of the least probable one, the last of equals. The row counts as one; the
 * new component has its weight of all, the others share the rest as before.
 *
 * @param row  less the origin
 * @returns the component that was replaced, counted from 0
 *
 * Stauffer & Grimson (1999), section 3.1.
 */
export function replaceLeast(
  statistics: Statistics,
  row: Float64Array,
  { weight, variances }: NoveltySettings,
): number {
  const { counts, offsets, scatters, dimension: d } = statistics;
  const least = counts.reduce((best, count, k) => (count <= counts[best]! ? k : best), 0);
  const total = counts.reduce((sum, count) => sum + count, 1);
  const others = counts.reduce((sum, count, k) => (k === least ? sum : sum + count), 0);
  // Where no other component has rows, the new one has them all.
  const alone = others <= NOTHING;
  const count = alone ? total : weight * total;
  const share = alone ? 1 : (total - count) / others;
  rescale(
    statistics,
    counts.map((before, k) => (k === least ? count / before : share)),
  );
  counts[least] = count;
  offsets[least]!.set(row);
  // A scatter that all share says nothing of one component: the new one is as wide as the others.
  if (scatters.length < counts.length) return least;
  const scatter = scatters[least]!.fill(0);
  const stride = scatter.length === d ? 1 : d + 1;
  for (let j = 0; j < d; j++) scatter[j * stride] = count * variances[j]!;
  return least;
}

/** Multiplies what is known of each component; a shared scatter as much as all counts together. */
function rescale({ counts, scatters }: Statistics, factors: Float64Array): void {
  const before = counts.reduce((sum, count) => sum + count, 0);
  for (const [k, factor] of factors.entries()) counts[k] = counts[k]! * factor;
  const after = counts.reduce((sum, count) => sum + count, 0);
  for (const [k, scatter] of scatters.entries()) {
    const factor = scatters.length < counts.length ? after / before : factors[k]!;
    for (let at = 0; at < scatter.length; at++) scatter[at] = scatter[at]! * factor;
  }
}
