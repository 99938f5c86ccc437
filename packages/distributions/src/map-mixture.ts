import {
  applyMapInto,
  type Covariance,
  diagonalOfMap,
  invertMap,
  type LinearMap,
  mapCovariance,
  undoMapInto,
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
  const origin = new Float64Array(c.length);
  applyMapInto(origin, mixture.origin, map);
  for (let j = 0; j < c.length; j++) origin[j] = c[j]! + origin[j]!;
  const offsets = mixture.offsets.map((offset) => {
    const mapped = new Float64Array(c.length);
    applyMapInto(mapped, offset, map);
    return mapped;
  });
  return moved(mixture, {
    origin,
    offsets,
    covariances: eachOnce(mixture.covariances, (s) => mapCovariance(s, map)),
  });
}

/**
 * The mixture of z, given that of x = c + T z: undoes {@link mapMixture}.
 *
 * @returns a mixture whose origin is zero
 */
export function unmapMixture(mixture: Mixture, { origin: c, map }: Coordinates): Mixture {
  const inverse = invertMap(map);
  const offsets = mixture.offsets.map((offset) => {
    const deviation = offset.map((value, j) => mixture.origin[j]! - c[j]! + value);
    undoMapInto(deviation, deviation, map);
    return deviation;
  });
  const covariances = eachOnce(mixture.covariances, (s) => mapCovariance(s, inverse));
  return moved(mixture, { origin: new Float64Array(c.length), offsets, covariances });
}

/**
 * ln |T|: what a log-density loses when the units change from z to x = c + T z.
 *
 * @returns nats per row
 */
export function logDeterminantOfMap(map: LinearMap): number {
  return diagonalOfMap(map).reduce((sum, entry) => sum + log(entry), 0);
}

function moved(mixture: Mixture, parts: Pick<Mixture, 'origin' | 'offsets' | 'covariances'>): Mixture {
  const means = parts.offsets.map((offset) => offset.map((value, j) => parts.origin[j]! + value));
  return { ...mixture, ...parts, means };
}

function eachOnce(
  covariances: readonly Covariance[],
  change: (covariance: Covariance) => Covariance,
): Covariance[] {
  const changed = new Map<Covariance, Covariance>();
  return covariances.map((covariance) => {
    const known = changed.get(covariance) ?? change(covariance);
    changed.set(covariance, known);
    return known;
  });
}
