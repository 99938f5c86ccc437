import { createMixture } from '@gaussmix/distributions';
import { createUniformRandom } from '@gaussmix/random';
import type { Start } from './start-context.ts';
import { wholeDataCovariances } from './whole-data-covariances.ts';

/** Means at K rows drawn without replacement, equal weights, each component as wide as the whole data. */
export const fromRandomRows: Start = (context) => {
  const { rows, components, seed } = context;
  const d = rows.columns;
  const drawn = createUniformRandom(seed).sampleWithoutReplacement(rows.rows, components);
  return createMixture({
    weights: new Float64Array(components).fill(1 / components),
    means: Array.from(drawn, (i) => rows.data.slice(i * d, (i + 1) * d)),
    covariances: wholeDataCovariances(context),
  });
};
