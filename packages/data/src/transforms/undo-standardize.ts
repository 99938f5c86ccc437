import { logDeterminantOfMap, type Mixture, mapMixture } from '@gaussmix/distributions';
import type { StandardizeTransform } from './standardize.ts';

/**
 * The mixture of x = mean + scale z, given that of the standardized z.
 *
 * @param mixture  of d dimensions, in standard units
 * @returns the same mixture in the units that the data had
 */
export function undoStandardize(mixture: Mixture, { means, scales }: StandardizeTransform): Mixture {
  return mapMixture(mixture, {
    origin: Float64Array.from(means),
    map: { kind: 'columns', factors: Float64Array.from(scales) },
  });
}

/**
 * What {@link undoStandardize} adds to the log-density of a row: - sum_j ln scale_j. A total log-likelihood of n
 * rows changes by n times as much.
 *
 * @returns nats per row
 */
export function undoStandardizeShift({ scales }: StandardizeTransform): number {
  return -logDeterminantOfMap({ kind: 'columns', factors: Float64Array.from(scales) });
}
