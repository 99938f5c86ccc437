import { invertLower } from '@gaussmix/linalg';
import type { Covariance } from '../covariance.ts';
import { dimensionOf, toDense, toFactor } from '../form-of.ts';
import { demand } from './law.ts';
import { congruence } from './square-matrices.ts';
import { SAME_COVARIANCE } from './tolerances.ts';

/**
 * How far a covariance is from another, in the other's own units: the largest entry of
 *
 *   L^-1 Sigma' L^-T - I,   Sigma = L L^T
 *
 * It is the same in all units of the data, however unlike those of the columns.
 */
export function relativeDifference(actual: Covariance, expected: Covariance): number {
  const d = dimensionOf(expected);
  const ratio = congruence(invertLower(toFactor(expected), d), toDense(actual), d);
  return ratio.reduce((largest, entry, at) => {
    const distance = Math.abs(entry - (at % (d + 1) === 0 ? 1 : 0));
    return distance > largest || Number.isNaN(distance) ? distance : largest;
  }, 0);
}

/**
 * Demands equal covariances, component by component.
 *
 * @param what  what the actual ones are, for the message
 */
export function demandSame(
  actual: readonly Covariance[],
  expected: readonly Covariance[],
  what: string,
): void {
  demand(actual.length === expected.length, `${what} must be ${expected.length}, got ${actual.length}.`);
  for (const [k, covariance] of expected.entries()) {
    const difference = relativeDifference(actual[k]!, covariance);
    demand(
      difference <= SAME_COVARIANCE,
      `${what} must agree to ${SAME_COVARIANCE}, but component ${k + 1} differs by ${difference.toPrecision(3)}: ` +
        `expected ${printed(covariance)}, got ${printed(actual[k]!)}.`,
    );
  }
}

/** A covariance matrix as one line of text, six digits each. */
export function printed(covariance: Covariance): string {
  const d = dimensionOf(covariance);
  const entries = Array.from(toDense(covariance), (entry) => Number(entry.toPrecision(6)));
  return JSON.stringify(Array.from({ length: d }, (_, i) => entries.slice(i * d, (i + 1) * d)));
}
