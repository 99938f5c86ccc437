import {
  type Coordinates,
  logDeterminantOfMap,
  type Mixture,
  mapMixture,
  unmapMixture,
} from '@gaussmix/distributions';
import type { StandardizeTransform } from './standardize.ts';

/**
 * The mixture of x = mean + scale z, given that of the standardized z.
 *
 * @param mixture  of d dimensions, in standard units
 * @returns the same mixture in the units that the data had
 */
export function undoStandardize(mixture: Mixture, transform: StandardizeTransform): Mixture {
  return mapMixture(mixture, coordinatesOf(transform));
}

/**
 * What {@link undoStandardize} adds to the log-density of a row: - sum_j ln scale_j. A total log-likelihood of n
 * rows changes by n times as much.
 *
 * @returns nats per row
 */
export function undoStandardizeShift(transform: StandardizeTransform): number {
  return -logDeterminantOfMap(coordinatesOf(transform).map);
}

/**
 * The mixture of the standardized z, given that of x = mean + scale z: undoes {@link undoStandardize}, so that a
 * model in the units of the data can be the start of a fit to standardized columns.
 *
 * @param mixture  of d dimensions, in the units of the data
 * @returns the same mixture in standard units
 */
export function standardizeMixture(mixture: Mixture, transform: StandardizeTransform): Mixture {
  return unmapMixture(mixture, coordinatesOf(transform));
}

function coordinatesOf({ means, scales }: StandardizeTransform): Coordinates {
  return { origin: Float64Array.from(means), map: { kind: 'columns', factors: Float64Array.from(scales) } };
}
