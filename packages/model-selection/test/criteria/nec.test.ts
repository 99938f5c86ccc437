import { fitMixture, type StructureLike } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import { nec } from '../../src/index.ts';
import { readDataset, readReference } from '../read-reference.ts';

interface Case {
  dataset: string;
  columns: string[];
  classColumn: string;
  model: string;
  covariance: Extract<StructureLike, string>;
  logLikelihood: number;
  assignmentEntropy: number;
  logLikelihoodOfOne: number;
  nec: number;
}

const { cases } = readReference<{ cases: Case[] }>('entropy-criteria.json');

/** NEC is written with 15 significant digits; the difference of likelihoods loses one of theirs. */
const digits = 1e-13;

/** EM stops with 1e-10 nats a row to gain, and moves of its parameters of that square root count in the entropy. */
const stopping = 1e-4;

describe('NEC is that reckoned in R from a fit by mclust', () => {
  test.each(cases)('on its own fit, for $model on $dataset', (reference) => {
    const mixture = threeComponents;
    const cost = nec.cost(
      { ...mixture, logLikelihood: reference.logLikelihood, assignmentEntropy: reference.assignmentEntropy },
      { x: [], options: {}, single: { logLikelihood: reference.logLikelihoodOfOne } },
    );
    expect(Math.abs(cost / reference.nec - 1)).toBeLessThan(digits);
  });

  test.each(cases)('on ours from the same start, for $model on $dataset', (reference) => {
    const { dataset, columns, classColumn, covariance } = reference;
    const { x, labels } = readDataset(dataset, columns, classColumn);
    const names = [...new Set(labels)].sort();
    const initial = { labels: labels.map((label) => names.indexOf(label)) };
    const options = { covariance, initial, components: 3, tolerance: 1e-10, maxIterations: 10_000 };
    const cost = nec.cost(fitMixture(x, options), { x, options });
    expect(Math.abs(cost / reference.nec - 1)).toBeLessThan(stopping);
  });
});

const threeComponents = fitMixture([1, 2, 3, 11, 12, 13, 21, 22, 23], { components: 3, covariance: 'tied' });

test('One component costs 1, with or without context.', () => {
  const fit = fitMixture([1, 2, 4], { components: 1 });
  expect(nec.cost(fit)).toBe(1);
});

test('Components that explain no more than one cost Infinity.', () => {
  const context = { x: [], options: {}, single: { logLikelihood: threeComponents.logLikelihood } };
  expect(nec.cost(threeComponents, context)).toBe(Infinity);
});

test('The one component that it compares with keeps the structure and the regularization of the fit.', () => {
  const x = [1, 2, 3, 11, 12, 13, 21, 22, 23];
  const options = { components: 3, covariance: 'tied', regularization: 2 } as const;
  const fit = fitMixture(x, options);
  // The variance of all rows is 606/9, to which 2 is added; log-likelihood of nine rows at mean 12.
  const variance = 606 / 9 + 2;
  const logLikelihood = -(9 * Math.log(2 * Math.PI * variance) + 606 / variance) / 2;
  const expected = -fit.assignmentEntropy / (fit.logLikelihood - logLikelihood);
  expect(Math.abs(nec.cost(fit, { x, options }) / expected - 1)).toBeLessThan(1e-12);
});

test('Several components without context are refused.', () => {
  expect(() => nec.cost(threeComponents)).toThrow(
    new GaussmixError(
      'context',
      'nec: cost must be told how a fit of several components was made, got the fit alone. ' +
        'Try nec.cost(fit, { x, options }) with the rows and the options of the fit.',
    ),
  );
});
