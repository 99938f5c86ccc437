import { predictProba } from '@gaussmix/distributions';
import { expect, test } from 'vitest';
import { companionOf } from '../../../src/pages/em/companion-of.ts';
import { dataSet } from '../../../src/pages/em/data-sets.ts';
import { isSettled, type Model, type Path, pathFrom } from '../../../src/pages/em/half-steps.ts';
import { optima } from '../../../src/pages/em/optima.ts';
import { startMixture } from '../../../src/pages/em/start-mixture.ts';
import { structureNamed } from '../../../src/pages/em/structure-named.ts';

// What the page says that one will see has to be what one sees.

interface Lesson {
  readonly d: 1 | 2;
  readonly data: string;
  readonly components: number;
  readonly covariance: string;
  readonly start?: 'placed' | 'spread';
  readonly means?: readonly number[];
  readonly assignment?: 'soft' | 'hard';
}

function lesson({
  d,
  data,
  components,
  covariance,
  start = 'spread',
  means = [],
  assignment = 'soft',
}: Lesson) {
  const set = dataSet(data, { d, seed: 1, points: [] });
  const structure = structureNamed(covariance, { d, deviation: 1 });
  const model: Model = { rows: set.rows, covariance: structure, assignment, regularization: 0 };
  const first = startMixture(set, {
    ...{ start, components, means, seed: 1, covariance: structure, regularization: 0 },
  });
  return { model, first, path: pathFrom(model, first) };
}

/** Iterations until nothing is left to gain, and what is reached. */
function endOf(path: Path): { iterations: number; logLikelihood: number } {
  let at = 0;
  while (!isSettled(path, at)) path.to(++at);
  return { iterations: at / 2, logLikelihood: path.to(at).logLikelihood };
}

const six = { d: 1, data: 'six', components: 2, covariance: 'V', start: 'placed' } as const;
const three = { d: 2, data: 'three', components: 3, covariance: 'VVV' } as const;

test('six numbers: from -11.90 to -8.61 in one iteration, and no further after three', () => {
  const { path } = lesson({ ...six, means: [1, 5] });
  expect(path.to(0).logLikelihood.toFixed(2)).toBe('-11.90');
  expect(path.to(2).logLikelihood.toFixed(2)).toBe('-8.61');
  expect(endOf(path).iterations).toBe(3);
  const [left] = predictProba(path.to(6).mixture, [4]).data;
  expect(left).toBeLessThan(1e-6);
  expect(left).toBeGreaterThan(5e-7);
});

test('both means between the groups: the same end after 22 iterations', () => {
  const near = endOf(lesson({ ...six, means: [1, 5] }).path);
  const between = endOf(lesson({ ...six, means: [3, 3.2] }).path);
  expect(between.iterations).toBe(22);
  expect(between.logLikelihood).toBeCloseTo(near.logLikelihood, 6);
});

test('bad on purpose: 53 nats below the best', () => {
  const { model } = lesson(three);
  const { bad, best } = optima({ ...model, covariance: 'VVV', deviation: 1, components: 3, seed: 1 });
  expect(Math.round(best - bad!.objective)).toBe(53);
});

test('to within 0.01 of the top: 7 iterations of EM, 142 of the gradient', () => {
  const { model, first, path } = lesson(three);
  const top = endOf(path).logLikelihood - 0.01;
  expect(path.steps.find(({ logLikelihood }) => logLikelihood > top)!.iteration).toBe(7);
  const gradient = companionOf('gradient', model, first).upTo(200);
  expect(gradient.findIndex(({ logLikelihood }) => logLikelihood > top)).toBe(142);
});

test('two crossing bands: balls at -859, EEV at -735.3, VVV at -734.3', () => {
  const ends = ['EII', 'EEV', 'VVV'].map((covariance) => {
    const { path } = lesson({ d: 2, data: 'stretched', components: 2, covariance });
    return endOf(path).logLikelihood.toFixed(1);
  });
  expect(ends).toEqual(['-859.4', '-735.3', '-734.3']);
});

test('hard EM on overlapping groups: two iterations to -179.8, where soft EM goes on to -178.2', () => {
  const overlap = { d: 1, data: 'two', components: 2, covariance: 'V' } as const;
  const hard = endOf(lesson({ ...overlap, assignment: 'hard' }).path);
  expect([hard.iterations, hard.logLikelihood.toFixed(1)]).toEqual([2, '-179.8']);
  expect(endOf(lesson(overlap).path).logLikelihood.toFixed(1)).toBe('-178.2');
});
