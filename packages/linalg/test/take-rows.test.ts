import { expect, test } from 'vitest';
import { takeRows } from '../src/take-rows.ts';

const x = { data: Float64Array.of(1, 2, 3, 4, 5, 6), rows: 3, columns: 2 };

test('Rows are taken in the order asked for, and as often.', () => {
  expect(takeRows(x, [2, 0, 2])).toEqual({ data: Float64Array.of(5, 6, 1, 2, 5, 6), rows: 3, columns: 2 });
});

test('What is taken is a copy.', () => {
  takeRows(x, Int32Array.of(1)).data.fill(0);
  expect(x.data).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
});
