import { packMixture } from '@gaussmix/distributions';
import {
  type Counting,
  type MomentRequest,
  momentLayout,
  omissionsMatter,
  type PackedMixture,
} from '@gaussmix/kernels';
import type { EStepRequest } from './engine.ts';
import { type Moments, momentsFromSums } from './moments.ts';

/** What is summed over all rows, in blocks. Plain data. */
export interface Pass {
  readonly packed: PackedMixture;
  readonly request: MomentRequest;
}

/**
 * An E-step as passes over the rows: one that leaves out what cannot matter, and where it has turned out to matter
 * after all, one more that counts everything. Yields each pass, receives its sums over all rows.
 *
 * @param rows  n
 * @returns a generator that ends with the moments, whoever sums
 */
export function* passesOf(
  { mixture, want, directions = [], assignment }: EStepRequest,
  rows: number,
): Generator<Pass, Moments, Float64Array> {
  const packed = packMixture(mixture);
  const { dimension } = mixture;
  const sketch = want === 'sketch' ? { directions } : undefined;
  const shape = want === 'sketch' ? directions[0]!.length / dimension : want;
  const layout = momentLayout(mixture.weights.length, dimension, shape);
  const passCounting = (counting: Counting): Pass => ({
    packed,
    request: { layout, ...sketch, assignment, counting },
  });
  let sums = yield passCounting('what-matters');
  if (omissionsMatter(packed, { sums, layout, rows })) sums = yield passCounting('all');
  return { ...momentsFromSums(sums, layout), ...sketch };
}
