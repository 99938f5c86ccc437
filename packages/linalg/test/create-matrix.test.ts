import { expect, test } from 'vitest';
import { createMatrix } from '../src/create-matrix.ts';

test('A new matrix holds rows * columns zeros.', () => {
  expect(createMatrix(2, 3)).toEqual({ data: Float64Array.of(0, 0, 0, 0, 0, 0), rows: 2, columns: 3 });
});

test('A matrix may have no rows.', () => {
  expect(createMatrix(0, 3)).toEqual({ data: new Float64Array(0), rows: 0, columns: 3 });
});
