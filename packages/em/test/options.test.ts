import type { ClassicStructureName } from '@gaussmix/covariance';
import type { MatrixLike } from '@gaussmix/linalg';
import { describe, expect, test } from 'vitest';
import { type FitOptions, fitMixture, type Initial, mStep } from '../src/index.ts';

const x = [
  [1, 2],
  [3, 5],
  [4, 1],
];

describe('options that cannot be met are refused with one whole sentence:', () => {
  test.each<[string, FitOptions, string]>([
    [
      '0 components',
      { components: 0 },
      'components must be a whole number from 1 to the number of rows (3), got 0',
    ],
    [
      '1.5 components',
      { components: 1.5 },
      'components must be a whole number from 1 to the number of rows (3), got 1.5',
    ],
    [
      '-3 components',
      { components: -3 },
      'components must be a whole number from 1 to the number of rows (3), got -3',
    ],
    [
      'more components than rows',
      { components: 5 },
      'components must be a whole number from 1 to the number of rows (3), got 5',
    ],
    ['no components', {}, 'components must be given, got nothing'],
    [
      'an unknown structure',
      { components: 2, covariance: 'round' as ClassicStructureName },
      'covariance must be "full", "tied", "diag", "spherical" or a structure object, got "round"',
    ],
    [
      'a negative tolerance',
      { components: 2, tolerance: -1 },
      'tolerance must be a number of nats per row, at least 0, got -1',
    ],
    [
      'half an iteration',
      { components: 2, maxIterations: 0.5 },
      'maxIterations must be a whole number, at least 0, got 0.5',
    ],
    ['no restarts', { components: 2, restarts: 0 }, 'restarts must be a whole number, at least 1, got 0'],
    [
      'a negative ridge',
      { components: 2, regularization: -2 },
      'regularization must be "auto" or a number, at least 0, got -2',
    ],
    [
      'a seed that is no number',
      { components: 2, seed: Number.NaN },
      'seed must be a finite number, got NaN',
    ],
    [
      'an unknown start',
      { components: 2, initial: 'best' as Initial },
      'initial must be one of kmeans, k-means++, random, random-from-data, or given means, responsibilities or labels, got "best"',
    ],
    [
      'an unknown assignment',
      { components: 2, assignment: 'firm' as 'hard' },
      'assignment must be "soft", "hard" or { temperature } from 0 to 1e6, got "firm"',
    ],
    [
      'unknown weights',
      { components: 2, weights: 'even' as 'equal' },
      'weights must be "free" or "equal", got "even"',
    ],
    [
      'means of another dimension',
      { initial: { means: [[1, 2], [3]] } },
      'initial.means must have as many numbers as x has columns (2), got 1 in mean 2.',
    ],
    [
      'fewer means than components',
      {
        components: 3,
        initial: {
          means: [
            [1, 2],
            [3, 4],
          ],
        },
      },
      'initial.means must be one for each component (3), got 2.',
    ],
    [
      'fewer covariances than components',
      {
        initial: {
          means: [
            [1, 2],
            [3, 4],
          ],
          covariances: [1],
        },
      },
      'initial: covariances must be as many as weights (2), got 1.',
    ],
    [
      'a covariance that is not positive definite',
      {
        initial: {
          means: [[1, 2]],
          covariances: [
            [
              [1, 2],
              [2, 1],
            ],
          ],
        },
      },
      'initial.covariances[0]: the matrix must be positive definite, got one that fails at row 2 of 2.',
    ],
    [
      'a covariance of no width',
      {
        initial: {
          means: [
            [1, 2],
            [3, 4],
          ],
          covariances: [1, [1, 0]],
        },
      },
      'initial: covariance 2 must be positive definite and finite, got one that is not. Try covarianceFromDense(matrix, 2).',
    ],
    [
      'weights that do not sum to one',
      {
        initial: {
          means: [
            [1, 2],
            [3, 4],
          ],
          weights: [0.5, 0.25],
        },
      },
      'initial: weights must sum to 1, got a sum of 0.75. Try each divided by their sum.',
    ],
    [
      'too few labels',
      { initial: { labels: [0, 1] } },
      'initial.labels must be one for each row (3), got 2.',
    ],
    [
      'a label out of range',
      { components: 2, initial: { labels: [0, 1, 2] } },
      'initial.labels must be whole numbers from 0 to 1, got 2 in row 3.',
    ],
    [
      'a label that is not used',
      { components: 3, initial: { labels: [0, 2, 2] } },
      'initial.labels must use each of the 3 labels, got 2 different ones.',
    ],
    [
      'responsibilities of another shape',
      {
        initial: {
          responsibilities: [
            [1, 0],
            [0, 1],
          ],
        },
      },
      'initial.responsibilities must have 3 rows and 2 columns, got 2 and 2.',
    ],
    [
      'responsibilities that do not sum to one',
      {
        initial: {
          responsibilities: [
            [1, 0],
            [0.5, 0.25],
            [0, 1],
          ],
        },
      },
      'initial.responsibilities must be from 0 to 1 and sum to 1 in every row, got [0.5,0.25] in row 2.',
    ],
  ])('%s', (_, options, message) => {
    expect(messageOf(() => fitMixture(x, options))).toBe(`fitMixture: ${message}`);
  });
});

describe('data that no mixture can be fitted to are refused with one whole sentence:', () => {
  test.each<[string, MatrixLike, FitOptions, string]>([
    ['no rows', [], { components: 1 }, 'fitMixture: x must have at least one row, got none.'],
    [
      'NaN',
      [
        [1, 2],
        [3, Number.NaN],
      ],
      { components: 1 },
      'fitMixture: x must hold finite numbers, got NaN in row 2, column 2. Leave such rows out, or fill them in.',
    ],
    [
      'ragged rows',
      [[1, 2], [3, 4], [5]],
      { components: 1 },
      'fitMixture: every row of x must have as many numbers as the first (2), got 1 in row 3.',
    ],
    [
      'one row',
      [[1, 2]],
      { components: 1 },
      'fitMixture: x must have rows that differ, got rows that are all equal. Try a positive regularization.',
    ],
    [
      'rows that are all equal',
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      { components: 1, covariance: 'spherical' },
      'fitMixture: x must have rows that differ, got rows that are all equal. Try a positive regularization.',
    ],
    [
      'a constant column',
      [
        [1, 7],
        [2, 7],
        [4, 7],
      ],
      { components: 1, covariance: 'diag' },
      'fitMixture: every column must vary for covariance "diag", got column 2 that is 7 in every row. ' +
        'Leave the column out, or try covariance "spherical" or a positive regularization.',
    ],
    [
      'collinear columns',
      [
        [1, 2, 3],
        [2, 5, 7],
        [4, 1, 5],
        [3, 3, 6],
        [0, 1, 1],
      ],
      { components: 1, covariance: 'tied' },
      'fitMixture: no column may be a linear combination of others for covariance "tied", got column 3 that follows ' +
        'from the columns before it. Leave it out, or try covariance "diag" or a positive regularization.',
    ],
    [
      'no more rows than columns',
      [
        [1, 2],
        [3, 5],
      ],
      { components: 1 },
      'fitMixture: x must have more rows than columns (2) for covariance "full", got 2. ' +
        'Try covariance "diag" or "spherical", fewer columns, or a positive regularization.',
    ],
    [
      'fewer different rows than components',
      [[1], [1], [2], [2]],
      { components: 3 },
      'fitMixture: components must be at most the number of different rows (2), got 3. Try fewer components.',
    ],
    [
      'numbers whose squares overflow',
      [[1e200], [2e200], [5e200]],
      { components: 1 },
      'fitMixture: every column must have a standard deviation from 1e-150 to 1e+153, so that its variance fits a ' +
        'double, got 1.70e+200 in column 1. Try other units.',
    ],
  ])('%s', (_, data, options, message) => {
    expect(messageOf(() => fitMixture(data, options))).toBe(message);
  });
});

test('a constant column is no obstacle where the structure does not mind, or with regularization', () => {
  const constant = [
    [1, 7],
    [2, 7],
    [4, 7],
  ];
  expect(fitMixture(constant, { components: 1, covariance: 'spherical' }).warnings).toEqual([]);
  const ridged = fitMixture(constant, { components: 1, regularization: 0.5 });
  expect(ridged.mixture.means[0]![1]).toBe(7);
});

test('errors carry a code', () => {
  expect(codeOf(() => fitMixture(x, { components: 9 }))).toBe('components');
  expect(codeOf(() => fitMixture([[1], [1]], { components: 1 }))).toBe('constant-column');
  expect(codeOf(() => fitMixture(x, { initial: { labels: [0] } }))).toBe('initial');
  expect(codeOf(() => mStep(x, [[1], [1]]))).toBe('initial');
});

test('data come in any shape, with the same bits', () => {
  const rows = [[1], [1.5], [2], [5], [6], [6.5]];
  const flat = rows.flat();
  const options = { components: 2 };
  const fit = fitMixture(rows, options);
  expect(fitMixture(flat, options)).toEqual(fit);
  expect(fitMixture(Float64Array.from(flat), options)).toEqual(fit);
  expect(fitMixture({ data: Float64Array.from(flat), rows: 6, columns: 1 }, options)).toEqual(fit);
  expect(fitMixture({ rows: 6, columns: 1, get: (i: number) => flat[i]! }, options)).toEqual(fit);
});

test('a fit is plain data: a structured clone is equal, and the data given are not changed', () => {
  const data = { data: Float64Array.of(1, 1.5, 2, 5, 6, 6.5), rows: 6, columns: 1 };
  const before = structuredClone(data);
  const fit = fitMixture(data, { components: 2, covariance: 'tied' });
  expect(structuredClone(fit)).toEqual(fit);
  expect(data).toEqual(before);
});

function messageOf(work: () => unknown): string {
  return errorOf(work).message;
}

function codeOf(work: () => unknown): string {
  return (errorOf(work) as Error & { code: string }).code;
}

function errorOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}
