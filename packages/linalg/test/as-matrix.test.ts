import { Matrix as MlMatrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { asMatrix } from '../src/as-matrix.ts';
import type { MatrixLike } from '../src/matrix.ts';

const twoByTwo = { data: Float64Array.of(1, 2, 3, 4), rows: 2, columns: 2 };
const column = { data: Float64Array.of(1, 2, 3), rows: 3, columns: 1 };

describe('Data come in as', () => {
  test('an array of rows', () => {
    const x = [
      [1, 2],
      [3, 4],
    ];
    expect(asMatrix(x, 'here')).toEqual(twoByTwo);
  });

  test('an array of typed rows, which may differ in kind', () => {
    expect(asMatrix([Float64Array.of(1, 2), [3, 4]], 'here')).toEqual(twoByTwo);
  });

  test('a flat array, which is one column', () => {
    expect(asMatrix([1, 2, 3], 'here')).toEqual(column);
  });

  test('a Float64Array, which is one column and is not copied', () => {
    const x = Float64Array.of(1, 2, 3);
    const matrix = asMatrix(x, 'here');
    expect(matrix).toEqual(column);
    expect(matrix.data).toBe(x);
  });

  test('a Matrix, which is returned as it is', () => {
    expect(asMatrix(twoByTwo, 'here')).toBe(twoByTwo);
  });

  test('a matrix of ml-matrix, or anything with its face, each entry asked for once', () => {
    expect(
      asMatrix(
        new MlMatrix([
          [1, 2],
          [3, 4],
        ]),
        'here',
      ),
    ).toEqual(twoByTwo);
    const asked: string[] = [];
    const face = {
      rows: 2,
      columns: 2,
      get(i: number, j: number) {
        asked.push(`${i} ${j}`);
        return 1 + 2 * i + j;
      },
    };
    expect(asMatrix(face, 'here')).toEqual(twoByTwo);
    expect(asked).toEqual(['0 0', '0 1', '1 0', '1 1']);
  });

  test('copies, which do not follow later changes', () => {
    const rows = [[1, 2], Float64Array.of(3, 4)];
    const matrix = asMatrix(rows, 'here');
    rows[0]![0] = 9;
    rows[1]![1] = 9;
    expect(matrix).toEqual(twoByTwo);
  });

  test('one number', () => {
    expect(asMatrix([[7]], 'here')).toEqual({ data: Float64Array.of(7), rows: 1, columns: 1 });
  });

  test('numbers of any finite size', () => {
    const extremes = [1.7976931348623157e308, -5e-324, -0];
    expect(Array.from(asMatrix(extremes, 'here').data)).toEqual(extremes);
  });
});

const shapeHint = 'Try [[1, 2], [3, 4]] or { data, rows, columns }.';
const holeHint = 'Leave such rows out, or fill them in.';

/** What is wrong, the data, the name of the place, the code and the whole message. */
const refusals: [string, unknown, string, string, string][] = [
  ['no rows', [], 'fit', 'empty', 'fit: x must have at least one row, got none.'],
  ['no rows, typed', new Float64Array(0), 'a', 'empty', 'a: x must have at least one row, got none.'],
  [
    'no rows, but columns',
    { data: new Float64Array(0), rows: 0, columns: 4 },
    'score',
    'empty',
    'score: x must have at least one row, got none.',
  ],
  ['no columns', [[], []], 'fit', 'empty', 'fit: x must have at least one column, got none.'],
  [
    'no columns, but rows',
    { data: new Float64Array(0), rows: 3, columns: 0 },
    'b',
    'empty',
    'b: x must have at least one column, got none.',
  ],
  [
    'a short row',
    [[1, 2, 3], [4, 5, 6], [7]],
    'predict',
    'shape',
    'predict: every row of x must have as many numbers as the first (3), got 1 in row 3.',
  ],
  [
    'a long row',
    [[1], [4, 5]],
    'kmeans',
    'shape',
    'kmeans: every row of x must have as many numbers as the first (1), got 2 in row 2.',
  ],
  [
    'a number between rows',
    [[1, 2], 5],
    'fit',
    'shape',
    'fit: every row of x must have as many numbers as the first (2), got number 5 in row 2.',
  ],
  [
    'null between rows',
    [[1], [2], null],
    'fit',
    'shape',
    'fit: every row of x must have as many numbers as the first (1), got null in row 3.',
  ],
  [
    'text in a row',
    [
      [1, 2],
      [3, 'four'],
    ],
    'fit',
    'not-finite',
    'fit: x must hold finite numbers, got "four" in row 2, column 2.',
  ],
  [
    'text in a column',
    [1, 2, '3'],
    'c',
    'not-finite',
    'c: x must hold finite numbers, got "3" in row 3, column 1.',
  ],
  [
    'only text',
    ['n/a', 2],
    'c',
    'not-finite',
    'c: x must hold finite numbers, got "n/a" in row 1, column 1.',
  ],
  ['null', [null, 2], 'd', 'not-finite', 'd: x must hold finite numbers, got null in row 1, column 1.'],
  [
    'undefined',
    [4, undefined],
    'd',
    'not-finite',
    'd: x must hold finite numbers, got undefined in row 2, column 1.',
  ],
  [
    'objects',
    [{ a: 1 }],
    'e',
    'not-finite',
    'e: x must hold finite numbers, got an object in row 1, column 1.',
  ],
  [
    'views that are no lists',
    [new DataView(new ArrayBuffer(8))],
    'e',
    'not-finite',
    'e: x must hold finite numbers, got an object in row 1, column 1.',
  ],
  [
    'rows below numbers',
    [1, [2]],
    'e',
    'not-finite',
    'e: x must hold finite numbers, got an array in row 2, column 1.',
  ],
  [
    'a big integer',
    [[1n]],
    'e',
    'not-finite',
    'e: x must hold finite numbers, got bigint 1 in row 1, column 1.',
  ],
  [
    'a boolean',
    [[0, true]],
    'e',
    'not-finite',
    'e: x must hold finite numbers, got boolean true in row 1, column 2.',
  ],
  [
    'NaN in rows',
    [
      [1, 2],
      [3, Number.NaN],
      [5, 6],
    ],
    'fit',
    'not-finite',
    `fit: x must hold finite numbers, got NaN in row 2, column 2. ${holeHint}`,
  ],
  [
    'Infinity in a column',
    Float64Array.of(1, 2, 3, Number.POSITIVE_INFINITY),
    'score',
    'not-finite',
    `score: x must hold finite numbers, got Infinity in row 4, column 1. ${holeHint}`,
  ],
  [
    '-Infinity in a Matrix',
    { data: Float64Array.of(1, 2, 3, 4, Number.NEGATIVE_INFINITY, 6), rows: 2, columns: 3 },
    'score',
    'not-finite',
    `score: x must hold finite numbers, got -Infinity in row 2, column 2. ${holeHint}`,
  ],
  [
    'NaN from a face',
    { rows: 1, columns: 2, get: (_: number, j: number) => (j === 0 ? 1 : Number.NaN) },
    'sample',
    'not-finite',
    `sample: x must hold finite numbers, got NaN in row 1, column 2. ${holeHint}`,
  ],
  [
    'text from a face',
    { rows: 2, columns: 1, get: (i: number) => (i === 0 ? 1 : '2') },
    'sample',
    'not-finite',
    'sample: x must hold finite numbers, got "2" in row 2, column 1.',
  ],
  [
    'a Matrix with too few numbers',
    { data: new Float64Array(5), rows: 2, columns: 3 },
    'fit',
    'shape',
    'fit: x.data must hold rows * columns numbers (2 * 3), got 5.',
  ],
  [
    'a Matrix of negative sizes',
    { data: new Float64Array(6), rows: -2, columns: -3 },
    'fit',
    'shape',
    'fit: x.data must hold rows * columns numbers (-2 * -3), got 6.',
  ],
  [
    'a Matrix of half a row',
    { data: new Float64Array(3), rows: 1.5, columns: 2 },
    'fit',
    'shape',
    'fit: x.data must hold rows * columns numbers (1.5 * 2), got 3.',
  ],
  [
    'a Matrix without sizes',
    { data: new Float64Array(3) },
    'fit',
    'shape',
    'fit: x.data must hold rows * columns numbers (undefined * undefined), got 3.',
  ],
  ...(
    [
      ['undefined', undefined, 'undefined'],
      ['null', null, 'null'],
      ['a number', 3, 'number 3'],
      ['text', '1,2', '"1,2"'],
      ['an object', { rows: [[1]] }, 'an object'],
      ['a face of negative sizes', { rows: -1, columns: -1, get: () => 1 }, 'an object'],
      ['a map', new Map(), 'an object'],
      ['integers that would be one column', Int32Array.of(1, 2), 'an object'],
    ] as const
  ).map(([what, x, got]): [string, unknown, string, string, string] => [
    `no data but ${what}`,
    x,
    'fit',
    'shape',
    `fit: x must be an array of rows, a matrix or a list of numbers, got ${got}. ${shapeHint}`,
  ]),
];

describe('Data are refused that have', () => {
  test.each(refusals)('%s', (_, x, where, code, message) => {
    expect(() => asMatrix(x as MatrixLike, where)).toThrow(
      expect.objectContaining({ name: 'GaussmixError', code, message }),
    );
  });
});
