import { expect, test } from 'vitest';
import { fitMixture } from '../src/index.ts';
import { remainingGain } from '../src/loop/remaining-gain.ts';

/** A trace whose increments are given. */
function traceOf(increments: readonly number[]): number[] {
  const trace = [-100];
  for (const step of increments) trace.push(trace.at(-1)! + step);
  return trace;
}

test('of a geometric climb it is the sum of what is to come', () => {
  for (const ratio of [0.1, 0.5, 0.9, 0.99]) {
    const increments = Array.from({ length: 12 }, (_, t) => ratio ** t);
    const left = ratio ** 12 / (1 - ratio);
    expect(remainingGain(traceOf(increments), 100)).toBeCloseTo(left, 8);
  }
});

test('of a climb that grows, of one too short to tell, and of one about to slow down, it is Infinity', () => {
  expect(remainingGain(traceOf([1, 2, 4, 8, 16]), 100)).toBe(Infinity);
  expect(remainingGain(traceOf([1, 0.1, 0.01]), 100)).toBe(Infinity);
  // Ratios 0.23, 0.27, 0.42: a saddle being left.
  expect(remainingGain(traceOf([1, 0.23, 0.062, 0.026]), 100)).toBe(Infinity);
});

test('of steps within rounding it is nothing', () => {
  expect(remainingGain(traceOf([1, 0, 1e-15, -1e-15, 0]), 100)).toBe(0);
});

test('a likelihood that falls towards the optimum of a ridge is not taken for one that has settled', () => {
  const x = Array.from({ length: 100 }, (_, i) => [(i % 2) * 4 + Math.sin(i * 12.9898) * 1.5]);
  const best = fitMixture(x, { components: 2, regularization: 0 });
  const ridged = fitMixture(x, { regularization: 1, initial: best.mixture, maxIterations: 20_000 });
  expect(ridged.trace[1]).toBeLessThan(ridged.trace[0]!);
  expect(ridged.converged).toBe(true);
  const further = fitMixture(x, {
    regularization: 1,
    initial: ridged.mixture,
    tolerance: 0,
    maxIterations: 5000,
  });
  expect(Math.abs(further.logLikelihood - ridged.logLikelihood)).toBeLessThan(1e-8 * 100);
});
