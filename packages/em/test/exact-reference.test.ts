import { expect, test } from 'vitest';
import { fitMixture } from '../src/index.ts';
import { correctDigits, flatCovariances, flatMeans } from './support/closeness.ts';
import { reference } from './support/csv.ts';

interface ExactCase {
  readonly name: string;
  readonly data: number[][];
  readonly components: number;
  readonly iterations: number;
  readonly startRows: number[];
  readonly startVariances: number[];
  readonly weights: number[];
  readonly means: number[][];
  readonly covariances: number[][][];
  readonly logLikelihood: number;
}

// ../../../reference/exact_reference.py in 60-digit arithmetic. Rounding in n additions leaves about 14 digits; 13 are held.
const DIGITS = 13;

const { cases } = reference<{ cases: ExactCase[] }>('exact-reference.json');

test.each(cases)('keeps 13 digits of the true parameters: $name', (exact) => {
  const { data, components } = exact;
  const fit = fitMixture(data, {
    components,
    regularization: 0,
    tolerance: 0,
    maxIterations: exact.iterations,
    initial: {
      means: exact.startRows.map((i) => data[i]!),
      covariances: exact.startRows.map(() => exact.startVariances),
    },
  });
  expect(fit.iterations).toBe(exact.iterations);
  expect(correctDigits(fit.mixture.weights, exact.weights)).toBeGreaterThan(DIGITS);
  expect(correctDigits(flatMeans(fit.mixture), exact.means.flat())).toBeGreaterThan(DIGITS);
  expect(correctDigits(flatCovariances(fit.mixture), exact.covariances.flat(2))).toBeGreaterThan(DIGITS);
  expect(correctDigits([fit.logLikelihood], [exact.logLikelihood])).toBeGreaterThan(DIGITS);
});
