import { createMixture } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import { expect, test } from 'vitest';
import { bic, clc, evidenceOf, icl } from '../src/index.ts';
import { readDataset } from './read-reference.ts';

test('About the rows of a fit, the evidence is what the fit says.', () => {
  const { x } = readDataset('iris', ['sepal_length', 'sepal_width', 'petal_length', 'petal_width']);
  const fit = fitMixture(x, { components: 3, covariance: 'tied', restarts: 2 });
  const evidence = evidenceOf(fit.mixture, { parameters: fit.parameters, x });
  expect([evidence.rows, evidence.parameters]).toEqual([150, 24]);
  // The fit adds up the same terms in its own coordinates.
  expect(Math.abs(bic.cost(evidence) / bic.cost(fit) - 1)).toBeLessThan(1e-13);
  expect(Math.abs(icl.cost(evidence) / icl.cost(fit) - 1)).toBeLessThan(1e-13);
  expect(Math.abs(clc.cost(evidence) / clc.cost(fit) - 1)).toBeLessThan(1e-13);
});

test('By hand: two unit normals at -1 and 1, judged on one row between them and one near the second.', () => {
  const mixture = createMixture({
    weights: [0.5, 0.5],
    means: [[-1], [1]],
    covariances: [1, 2].map(() => ({ form: 'identity' as const, dimension: 1, variance: 1 })),
  });
  // At 0 both posteriors are 1/2; at ln(3)/2 the odds are e^(2 x) = 3, so the larger is 3/4.
  const x = [0, Math.log(3) / 2];
  const evidence = evidenceOf(mixture, { parameters: 2, x });
  expect(evidence.rows).toBe(2);
  expect(evidence.logMaxPosterior).toBeCloseTo(Math.log(0.5) + Math.log(0.75), 14);
  const open = Math.log(0.5) + 0.75 * Math.log(0.75) + 0.25 * Math.log(0.25);
  expect(evidence.assignmentEntropy).toBeCloseTo(open, 14);
  const density = (at: number) =>
    (Math.exp(-((at + 1) ** 2) / 2) + Math.exp(-((at - 1) ** 2) / 2)) / 2 / Math.sqrt(2 * Math.PI);
  expect(evidence.logLikelihood).toBeCloseTo(Math.log(density(x[0]!)) + Math.log(density(x[1]!)), 14);
});
