import {
  applyMapInto,
  type Covariance,
  diagonalOfMap,
  invertMap,
  type LinearMap,
  mapCovariance,
} from '@gaussmix/covariance';
import { log } from '@gaussmix/kernels';
import type { Mixture } from './mixture.ts';

/** Coordinates z of a point x = origin + T z. */
export interface Coordinates {
  /** d numbers, in the units of x. */
  readonly origin: Float64Array;
  /** T. */
  readonly map: LinearMap;
}

/**
 * The mixture of x = c + T z, given that of z. A covariance that components share stays shared.
 *
 * @returns a mixture in the units of x; its log-densities are lower by ln |T|
 */
export function mapMixture(mixture: Mixture, { origin: c, map }: Coordinates): Mixture {
  const mapped = (z: Float64Array): Float64Array => {
    const image = new Float64Array(c.length);
    applyMapInto(image, z, map);
    return image;
  };
  const origin = mapped(mixture.origin).map((value, j) => c[j]! + value);
  const offsets = mixture.offsets.map(mapped);
  const known = new Map<Covariance, Covariance>();
  const covariances = mixture.covariances.map((covariance) => {
    const image = known.get(covariance) ?? mapCovariance(covariance, map);
    known.set(covariance, image);
    return image;
  });
  const means = offsets.map((offset) => offset.map((value, j) => origin[j]! + value));
  return { ...mixture, means, covariances, origin, offsets };
}

/**
 * The mixture of z, given that of x = c + T z: undoes {@link mapMixture}.
 *
 * @returns a mixture whose origin is zero
 */
export function unmapMixture(mixture: Mixture, { origin: c, map }: Coordinates): Mixture {
  const zero = new Float64Array(c.length);
  const offsets = mixture.offsets.map((offset) =>
    offset.map((value, j) => mixture.origin[j]! - c[j]! + value),
  );
  return mapMixture({ ...mixture, origin: zero, offsets }, { origin: zero, map: invertMap(map) });
}

/**
 * ln |T|: what a log-density loses when the units change from z to x = c + T z.
 *
 * @returns nats per row
 */
export function logDeterminantOfMap(map: LinearMap): number {
  return diagonalOfMap(map).reduce((sum, entry) => sum + log(entry), 0);
}
