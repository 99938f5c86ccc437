import { toDense } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { expect } from 'vitest';

/** Correct decimal digits of the worst entry; entries that are exactly 0 in the reference are left aside. */
export function correctDigits(got: ArrayLike<number>, truth: ArrayLike<number>): number {
  expect(got.length).toBe(truth.length);
  let worst = 17;
  for (let i = 0; i < truth.length; i++) {
    if (truth[i] === 0) continue;
    const error = Math.abs((got[i]! - truth[i]!) / truth[i]!);
    worst = Math.min(worst, error === 0 ? 17 : -Math.log10(error));
    if (Number.isNaN(error)) return Number.NaN;
  }
  return worst;
}

/** All means, component after component. */
export function flatMeans(mixture: Mixture): number[] {
  return mixture.means.flatMap((mean) => [...mean]);
}

/** All covariance matrices, row-major, component after component. */
export function flatCovariances(mixture: Mixture): number[] {
  return mixture.covariances.flatMap((covariance) => [...toDense(covariance)]);
}

/** All parameters in one list. */
export function parametersOf(mixture: Mixture): number[] {
  return [...mixture.weights, ...flatMeans(mixture), ...flatCovariances(mixture)];
}
