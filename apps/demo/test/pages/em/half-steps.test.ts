import { families } from '@gaussmix/covariance';
import { predictProba } from '@gaussmix/distributions';
import { iterate } from '@gaussmix/em';
import { describe, expect, test } from 'vitest';
import { dataSet } from '../../../src/pages/em/data-sets.ts';
import { isSettled, kindAfter, type Model, pathFrom } from '../../../src/pages/em/half-steps.ts';
import { startMixture } from '../../../src/pages/em/start-mixture.ts';
import { planeStructures, structureNamed } from '../../../src/pages/em/structure-named.ts';
import seeds from '../../reference/seeds.json' with { type: 'json' };

// Half steps sum in another order than the loop: twelve digits after as many iterations are what that leaves.
const digits = 10;

const six = dataSet('six', { d: 1, seed: 0, points: [] });
const threeGroups = dataSet('three', { d: 2, seed: 1, points: [] });

function modelOf(part: Partial<Model> = {}): Model {
  const covariance = structureNamed('VVV', { d: 2, deviation: 1 });
  return { rows: threeGroups.rows, covariance, assignment: 'soft', regularization: 0, ...part };
}

function startOf(model: Model, start: 'random' | 'spread' | 'k-means++' = 'spread') {
  const { covariance, regularization } = model;
  return startMixture(threeGroups, { start, components: 3, seed: 1, means: [], covariance, regularization });
}

test('from means at 1 and 5 with variance 1, the new point at 4 gets the printed posterior after five iterations', () => {
  const model = modelOf({ rows: six.rows, covariance: structureNamed('V', { d: 1, deviation: 1 }) });
  const { covariance } = model;
  const start = startMixture(six, {
    ...{ start: 'placed', components: 2, seed: 1, means: [1, 5], covariance, regularization: 0 },
  });
  const { mixture, kind, iteration } = pathFrom(model, start).to(10);
  expect([kind, iteration]).toEqual(['M', 5]);
  const [first, second] = predictProba(mixture, [4]).data;
  expect([first.toExponential(8), second.toExponential(8)].join(' ')).toBe(
    seeds.oneDimensional.printed.replace(/[[\]]/g, '').replaceAll(/e-0/g, 'e-'),
  );
});

describe.each(planeStructures.map(({ value }) => value))('%s', (name) => {
  test.each(['soft', 'hard'] as const)('%s half steps stand where the loop stands', (assignment) => {
    const model = modelOf({ covariance: structureNamed(name, { d: 2, deviation: 1 }), assignment });
    const start = startOf(model);
    const path = pathFrom(model, start);
    const { rows, covariance } = model;
    const options = { initial: start, covariance, assignment, regularization: 0 } as const;
    const loop = iterate(rows, { ...options, acceleration: 'none', tolerance: 0, maxIterations: 15 });
    for (const state of loop) {
      const step = path.to(2 * state.iteration);
      expect(step.iteration).toBe(state.iteration);
      expect(step.logLikelihood / state.logLikelihood).toBeCloseTo(1, digits);
      expect(step.objective / state.objective).toBeCloseTo(1, digits);
      for (const [k, weight] of state.mixture.weights.entries())
        expect(step.mixture.weights[k]).toBeCloseTo(weight, digits);
    }
  });
});

test('E-steps and M-steps take turns: the one moves no component, the other no responsibility', () => {
  const model = modelOf();
  const path = pathFrom(model, startOf(model));
  path.to(6);
  expect(path.steps.map(({ kind }) => kind)).toEqual(['start', 'E', 'M', 'E', 'M', 'E', 'M']);
  for (const [at, step] of path.steps.entries()) {
    if (at === 0) continue;
    expect(kindAfter(path.steps[at - 1])).toBe(step.kind);
    if (step.kind === 'E') expect(step.mixture).toBe(path.steps[at - 1].mixture);
    else expect(step.responsibilities).toBe(path.steps[at - 1].responsibilities);
  }
});

test('going back and forth makes no step twice', () => {
  const model = modelOf();
  const path = pathFrom(model, startOf(model));
  const eighth = path.to(8);
  path.to(2);
  expect(path.to(8)).toBe(eighth);
  expect(path.steps.length).toBe(9);
});

test('the climb settles, and then has nothing left to gain', () => {
  const model = modelOf();
  const path = pathFrom(model, startOf(model));
  let at = 0;
  while (!isSettled(path, at)) path.to(++at);
  expect(at % 2).toBe(0);
  expect(path.to(at + 200).objective - path.to(at).objective).toBeLessThan(1e-4);
});

test('without regularization a component on one point ends the path with the words of the package', () => {
  const points = [0, 0.1, 0.2, 9];
  const data = dataSet('own', { d: 1, seed: 1, points });
  const covariance = structureNamed('V', { d: 1, deviation: 1 });
  const model = modelOf({ rows: data.rows, covariance, assignment: 'hard' });
  const means = [0.1, 9];
  const start = startMixture(data, {
    ...{ start: 'placed', components: 2, seed: 1, means, covariance, regularization: 0 },
  });
  const path = pathFrom(model, start);
  expect(path.to(50)).toBe(path.steps.at(-1));
  expect(path.steps.length).toBe(2);
  expect(String(path.error)).toContain('component 2 of 2 collapsed');
  const held = pathFrom({ ...model, regularization: 0.01 }, start);
  held.to(50);
  expect(held.error).toBeUndefined();
});

test('all 14 families of the packages are offered', () => {
  const offered = planeStructures.map(({ value }) => value);
  for (const { name, structure } of families) {
    expect(offered).toContain(name);
    expect(structureNamed(name, { d: 2, deviation: 1 })).toBe(structure);
  }
});
