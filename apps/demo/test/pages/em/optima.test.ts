import { expect, test } from 'vitest';
import { dataSet } from '../../../src/pages/em/data-sets.ts';
import { type Model, pathFrom } from '../../../src/pages/em/half-steps.ts';
import { optima } from '../../../src/pages/em/optima.ts';
import { structureNamed } from '../../../src/pages/em/structure-named.ts';

const { rows } = dataSet('four', { d: 2, seed: 1, points: [] });
const question = {
  ...{ rows, components: 4, covariance: 'VVV', deviation: 1, seed: 1 },
  ...({ assignment: 'soft', regularization: 0 } as const),
};

test('a start that is bad on purpose leads plain EM, half step by half step, to a worse end, and keeps it there', () => {
  const { bad, best } = optima(question);
  const covariance = structureNamed('VVV', { d: 2, deviation: 1 });
  const model: Model = { rows, covariance, assignment: 'soft', regularization: 0 };
  const path = pathFrom(model, bad!.start);
  expect(path.to(600).logLikelihood).toBeCloseTo(bad!.objective, 4);
  expect(path.to(1200).logLikelihood).toBeCloseTo(bad!.objective, 4);
  expect(best - bad!.objective).toBeGreaterThan(10);
});

test('the same question gets the same answer', () => {
  expect(optima(question)).toEqual(optima(question));
});

test('where every start ends alike there is no bad one', () => {
  const six = dataSet('six', { d: 1, seed: 1, points: [] });
  const { bad, tried } = optima({ ...question, rows: six.rows, components: 2, covariance: 'V' });
  expect(bad).toBeUndefined();
  expect(tried).toBeGreaterThan(5);
});
