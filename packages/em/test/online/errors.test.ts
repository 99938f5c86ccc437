import { createMixture, type Mixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import { describe, expect, test } from 'vitest';
import {
  foregroundInto,
  mixtureField,
  onlineMixture,
  type RowStart,
  updateField,
  updateFieldInto,
  updateMixture,
} from '../../src/index.ts';

function refusal(act: () => unknown): readonly [string, string] {
  try {
    act();
  } catch (error) {
    if (error instanceof GaussmixError) return [error.code, error.message];
    throw error;
  }
  throw new Error('nothing was thrown');
}

function mixtureOf(means: readonly number[][], variance = 1): Mixture {
  return createMixture({
    weights: means.map(() => 1 / means.length),
    means,
    covariances: means.map((mean) => ({ form: 'identity', dimension: mean.length, variance })),
  });
}

const origin = [0, 0];
const here = [2, 5];
const there = [9, 9];
const away = [90, 90];
const plane = onlineMixture({ mixture: mixtureOf([origin, there]), rows: 10 });

describe('updateMixture refuses, and the state can be gone on with', () => {
  test.each([
    [
      'rows of other columns',
      [1, 2],
      {},
      'shape',
      'x must have as many columns as the mixture (2), got 1. A single row is an array in an array, such as [[1, 2]].',
    ],
    [
      'a row that is not finite',
      [
        [1, 2],
        [3, Number.NaN],
      ],
      {},
      'not-finite',
      'x must hold finite numbers, got NaN in row 2, column 2. Leave such rows out, or fill them in.',
    ],
    ['no rows', [], {}, 'empty', 'x must have at least one row, got none.'],
    [
      'forgetting of 0',
      [[1, 2]],
      { forgetting: 0 },
      'forgetting',
      'forgetting must be a factor above 0 and at most 1, got 0. With 1 nothing is forgotten, with 0.99 about 100 rows are remembered.',
    ],
    [
      'forgetting above 1',
      [[1, 2]],
      { forgetting: 1.5 },
      'forgetting',
      'forgetting must be a factor above 0 and at most 1, got 1.5. With 1 nothing is forgotten, with 0.99 about 100 rows are remembered.',
    ],
    ['retain', [[1, 2]], { retain: -3 }, 'retain', 'retain must be a number of rows, at least 0, got -3.'],
    [
      'a negative regularization',
      [[1, 2]],
      { regularization: -0.5 },
      'regularization',
      'regularization must be "auto" or a number, at least 0, got -0.5.',
    ],
    [
      'covariances that read other scatters',
      [[1, 2]],
      { covariance: 'tied' as const },
      'covariance',
      'covariance must read scatters such as the state\'s (2 of 4 numbers), got "tied", which reads 1 of 4. ' +
        'Try the covariance that the state was made with.',
    ],
    [
      'a novelty that is never near',
      [[1, 2]],
      { novelty: { variance: 1, distance: -2 } },
      'novelty',
      'novelty.distance must be a positive number of standard deviations, got -2.',
    ],
    [
      'a novelty with all the weight',
      [[1, 2]],
      { novelty: { variance: 1, weight: 1 } },
      'novelty',
      'novelty.weight must be above 0 and below 1, got 1.',
    ],
    [
      'novel variances for other columns',
      [[1, 2]],
      { novelty: { variance: [1, 2, 3] } },
      'novelty',
      'novelty.variance must be a positive number, or one for each of the 2 columns, got [1, 2, 3].',
    ],
  ] as const)('%s', (_, rows, options, code, message) => {
    expect(refusal(() => updateMixture(plane, rows, options))).toEqual([code, `updateMixture: ${message}`]);
  });

  test('words that are none of two', () => {
    const options: object = { weights: 'some' };
    expect(refusal(() => updateMixture(plane, [[1, 2]], options))).toEqual([
      'weights',
      'updateMixture: weights must be "free" or "equal", got "some".',
    ]);
    const assignment: object = { assignment: 7 };
    expect(refusal(() => updateMixture(plane, [[1, 2]], assignment))[1]).toBe(
      'updateMixture: assignment must be "soft" or "hard", got 7.',
    );
  });
});

describe('a component that collapses', () => {
  const point = new Array<number[]>(40).fill(here);
  // Half of the memory goes with each row: after 40 equal ones 1e-12 of the start's spread is left, after 80 below 1e-20.
  const options = { forgetting: 0.5 };

  test('is told of with regularization 0, with the row that it happened at', () => {
    const start = onlineMixture({ mixture: mixtureOf([here, there]), rows: 10 });
    const before = updateMixture(start, point, { ...options, regularization: 0 });
    expect(refusal(() => updateMixture(before, point, { ...options, regularization: 0 }))).toEqual([
      'collapsed',
      'updateMixture: component 1 of 2 collapsed at row 80: it must be positive definite. Usually the rows that it remembers ' +
        'are too few or repeat each other. Try forgetting nearer to 1, a positive regularization, or covariance "diag".',
    ]);
  });

  test('is told of by its kind where all share one covariance', () => {
    const start = onlineMixture({ mixture: mixtureOf([here, there]), rows: 10 }, { covariance: 'tied' });
    const tied = { ...options, covariance: 'tied', regularization: 0 } as const;
    expect(refusal(() => updateMixture(start, [...point, ...point, ...point], tied))[1]).toMatch(
      /^updateMixture: the shared covariance collapsed at row 120: it must be positive definite\./,
    );
  });

  test.each(['full', 'tied', 'diag', 'spherical'] as const)(
    'is held up and named by default, covariance %s',
    (covariance) => {
      const start = onlineMixture({ mixture: mixtureOf([here, away], 4), rows: 10 }, { covariance });
      let state = start;
      for (let day = 0; day < 100; day++) state = updateMixture(state, point, { ...options, covariance });
      expect(state.heldUp).toEqual(covariance === 'tied' ? [0, 1] : [0]);
      const numbers = [...state.mixture.weights, ...state.mixture.means.flatMap((mean) => [...mean])];
      expect(numbers.every(Number.isFinite)).toBe(true);
      expect([...state.mixture.means[0]!]).toEqual(here);
      // Four thousand rows ago: it has kept its mean and its covariance.
      expect([...state.mixture.means[1]!]).toEqual(away);
      expect(state.counts[1]).toBeLessThan(1e-60);
    },
  );
});

describe('onlineMixture refuses', () => {
  const mixture = mixtureOf([[0]]);
  test.each([
    [
      { mixture, rows: -1 },
      'rows',
      'rows must be a number of rows that the mixture counts for, at least 0, got -1.',
    ],
    [
      { mixture, rows: Infinity },
      'rows',
      'rows must be a number of rows that the mixture counts for, at least 0, got Infinity.',
    ],
    [
      { mixture: { ...mixture, weights: Float64Array.of(0.5) }, rows: 1 },
      'weights',
      'weights must sum to 1, got a sum of 0.5. Try each divided by their sum.',
    ],
    [
      { row: [1, 2], variance: 0 },
      'variance',
      'variance must be a positive number, or one for each of the 2 columns, got 0.',
    ],
    [
      { row: [1], variance: 1, components: 1.5 },
      'components',
      'components must be a whole number, at least 1, got 1.5.',
    ],
    [
      { row: [1, Number.NaN], variance: 1 },
      'not-finite',
      'mean 1 must hold finite numbers, got NaN in place 2.',
    ],
  ] as const)('%o', (start, code, message) => {
    expect(refusal(() => onlineMixture(start as RowStart))).toEqual([code, `onlineMixture: ${message}`]);
  });
});

describe('a field refuses', () => {
  const field = mixtureField({ frame: [1, 2, 3, 4, 5, 6], dimension: 3, variance: 9 });

  test.each([
    [[1, 2, 3], {}, 'shape', 'frame must hold 3 numbers for each cell (2 * 3), got 3.'],
    [
      [1, 2, 3, 4, 5, Infinity],
      {},
      'not-finite',
      'frame must hold finite numbers, got Infinity in cell 1, column 3.',
    ],
    [[1, 2, 3], { stride: 2 }, 'stride', 'stride must be a whole number, at least the dimension (3), got 2.'],
    [
      [1, 2, 3],
      { forgetting: 2 },
      'forgetting',
      'forgetting must be a factor above 0 and at most 1, got 2. With 1 nothing is forgotten, with 0.99 about 100 rows are remembered.',
    ],
    [
      [1, 2, 3],
      { covariance: 'full' },
      'covariance',
      'covariance must be "diag" or "spherical", got "full".',
    ],
  ])('an update by %o with %o, and stays as it is', (frame, options, code, message) => {
    const before = structuredClone(field);
    expect(refusal(() => updateFieldInto(field, frame, options as object))).toEqual([
      code,
      `updateFieldInto: ${message}`,
    ]);
    expect(field).toEqual(before);
  });

  test.each([
    [{ frame: [], variance: 1 }, 'shape', 'frame must hold 1 numbers for each cell (1 * 1), got 0.'],
    [
      { frame: [1, 2, 3], dimension: 2, variance: 1 },
      'shape',
      'frame must hold 2 numbers for each cell (1 * 2), got 3.',
    ],
    [
      { frame: [1], dimension: 0, variance: 1 },
      'dimension',
      'dimension must be a whole number, at least 1, got 0.',
    ],
    [
      { frame: [1], components: 2.5, variance: 1 },
      'components',
      'components must be a whole number, at least 1, got 2.5.',
    ],
    [
      { frame: [1], variance: -4 },
      'variance',
      'variance must be a positive number, or one for each of the 1 columns, got -4.',
    ],
  ])('to start from %o', (start, code, message) => {
    expect(refusal(() => mixtureField(start))).toEqual([code, `mixtureField: ${message}`]);
  });

  test('a component that collapses with regularization 0, naming the cell', () => {
    let state = mixtureField({ frame: [7, 8], variance: 2, components: 2 });
    const updates = (): void => {
      for (let i = 0; i < 200; i++)
        state = updateField(state, [7 + i, 8], { forgetting: 0.5, regularization: 0 });
    };
    const [code, message] = refusal(updates);
    const variance = / got ([^ ]+)\. /.exec(message)![1]!;
    expect(Number(variance)).toBeLessThan(2e-20);
    expect([code, message]).toEqual([
      'collapsed',
      `updateFieldInto: component 1 of cell 1 collapsed: its variances must be finite and above 1e-20 of the start's, got ${variance}. ` +
        'Usually its last rows are equal. Try regularization "auto" or a positive one, or forgetting nearer to 1.',
    ]);
  });

  test('a share or a mask that does not fit', () => {
    expect(refusal(() => foregroundInto(new Uint8Array(2), field, { share: 1 }))).toEqual([
      'share',
      'foregroundInto: share must be above 0 and below 1, got 1.',
    ]);
    expect(refusal(() => foregroundInto(new Uint8Array(3), field))).toEqual([
      'shape',
      'foregroundInto: out must hold a number for each cell (2), got 3.',
    ]);
  });
});
