import { unwhitenInto } from '@gaussmix/covariance';
import { GaussmixError } from '@gaussmix/kernels';
import { createMatrix, type Matrix } from '@gaussmix/linalg';
import { createRandom } from '@gaussmix/random';
import type { Mixture } from './mixture.ts';

/** How a sample is drawn. */
export interface SampleOptions {
  /** Same seed, same bits; 0 when absent. */
  readonly seed?: number | string;
}

/** Rows drawn from a mixture. */
export interface Sample {
  /** n x d, in the units of the mixture. */
  readonly rows: Matrix;
  /** n components that the rows came from, counted from 0. */
  readonly labels: Int32Array;
}

/**
 * Draws rows from a mixture: a component by its weight, then mu_k + L_k y with y standard normal.
 *
 * @param n  how many rows, a whole number, at least 1
 * @returns rows in random order with their components
 * @throws GaussmixError "count"
 */
export function sample(mixture: Mixture, n: number, options: SampleOptions = {}): Sample {
  if (!Number.isInteger(n) || n < 1) {
    throw new GaussmixError('count', `sample: n must be a whole number, at least 1, got ${n}.`);
  }
  const random = createRandom(options.seed ?? 0);
  const { dimension: d, weights, covariances, offsets, origin } = mixture;
  const rows = createMatrix(n, d);
  const labels = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const k = random.categorical(weights);
    labels[i] = k;
    const row = rows.data.subarray(i * d, (i + 1) * d);
    for (let j = 0; j < d; j++) row[j] = random.normal();
    unwhitenInto(row, row, covariances[k]!);
    for (let j = 0; j < d; j++) row[j] = origin[j]! + (offsets[k]![j]! + row[j]!);
  }
  return { rows, labels };
}
