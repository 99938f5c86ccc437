import type { Covariance } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { createUniformRandom } from '@gaussmix/random';
import type { Start } from './start-context.ts';
import { wholeDataCovariances } from './whole-data-covariances.ts';

/** Means at K rows drawn without replacement, equal weights, each component as wide as the whole data. */
export const fromRandomRows: Start = (context) => {
  const { rows, components, seed } = context;
  const drawn = createUniformRandom(seed).sampleWithoutReplacement(rows.rows, components);
  return mixtureAtRows(rows, drawn, wholeDataCovariances(context));
};

/**
 * A mixture with its means at some rows and equal weights.
 *
 * @param drawn  K rows by number
 * @param covariances  K of them
 */
export function mixtureAtRows(
  { data, columns }: Matrix,
  drawn: Int32Array,
  covariances: readonly Covariance[],
): Mixture {
  return createMixture({
    weights: new Float64Array(drawn.length).fill(1 / drawn.length),
    means: Array.from(drawn, (i) => data.slice(i * columns, (i + 1) * columns)),
    covariances,
  });
}
