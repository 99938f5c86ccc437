import { expect } from 'vitest';

/** Expects every number within a bound of its own from the truth; infinities must be equal. */
export function expectWithin(
  ours: ArrayLike<number>,
  truth: ArrayLike<number>,
  bound: (index: number) => number,
): void {
  expect(ours.length).toBe(truth.length);
  for (let index = 0; index < truth.length; index++) {
    if (Math.abs(truth[index]!) === Infinity) expect(ours[index]).toBe(truth[index]);
    else expect(Math.abs(ours[index]! - truth[index]!)).toBeLessThanOrEqual(bound(index));
  }
}

/** Expects relative agreement; where the other program underflows to exactly 0, ours must be negligible. */
export function expectRelative(ours: ArrayLike<number>, theirs: ArrayLike<number>, relative: number): void {
  expectWithin(ours, theirs, (index) => (theirs[index] === 0 ? 1e-300 : relative * Math.abs(theirs[index]!)));
}
