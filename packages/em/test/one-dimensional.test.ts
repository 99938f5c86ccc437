import { predictProba } from '@gaussmix/distributions';
import { expect, test } from 'vitest';
import { fitMixture, iterate } from '../src/index.ts';
import { correctDigits, flatCovariances, flatMeans } from './support/closeness.ts';
import { reference } from './support/csv.ts';

interface Example {
  readonly data: number[];
  readonly start: { weights: number[]; means: number[]; variances: number[] };
  readonly iterations: number;
  readonly weights: number[];
  readonly means: number[];
  readonly variances: number[];
  readonly posteriorAt4: number[];
  readonly printed: string;
}

const { oneDimensional: example } = reference<{ oneDimensional: Example }>('seeds.json');
const initial = {
  weights: example.start.weights,
  means: example.start.means,
  covariances: example.start.variances,
};
const options = {
  components: 2,
  regularization: 0,
  tolerance: 0,
  maxIterations: example.iterations,
  initial,
};

/** As numpy prints: nine significant digits. */
const printed = (values: ArrayLike<number>): string =>
  `[${Array.from(values, (value) => value.toExponential(8).replace(/e([+-])(\d)$/, 'e$10$2')).join(' ')}]`;

test('six numbers in two groups: five iterations give the printed posterior of 4.0 in all its digits', () => {
  const fit = fitMixture(example.data, options);
  expect(fit.iterations).toBe(5);
  expect(correctDigits(fit.mixture.weights, example.weights)).toBeGreaterThan(12);
  expect(correctDigits(flatMeans(fit.mixture), example.means)).toBeGreaterThan(12);
  expect(correctDigits(flatCovariances(fit.mixture), example.variances)).toBeGreaterThan(12);
  const posterior = predictProba(fit.mixture, [4]).data;
  expect(printed(posterior)).toBe(example.printed);
  expect(correctDigits(posterior, example.posteriorAt4)).toBeGreaterThan(12);
});

test('stepping through the same fit shows the start and five iterations', () => {
  const steps = [...iterate(example.data, options)];
  expect(steps.map(({ iteration }) => iteration)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(flatMeans(steps[0]!.mixture)).toEqual(example.start.means);
  const fit = fitMixture(example.data, options);
  expect(steps.at(-1)!.mixture).toEqual(fit.mixture);
  expect(steps.map(({ logLikelihood }) => logLikelihood)).toEqual(fit.trace);
});
