import { describe, expect, it } from 'vitest';
import { scaledSvd } from '../src/index.ts';
import { messageOf } from './message-of.ts';
import { readTable } from './read-table.ts';

/** Of rounding, in sums of squares of 150 numbers near 1. */
const TOLERANCE = 1e-11;

function products({ data, rows, columns: d }: ReturnType<typeof scaledSvd>): number[][] {
  return Array.from({ length: d }, (_, j) =>
    Array.from({ length: d }, (_, k) => {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += data[i * d + j]! * data[i * d + k]!;
      return sum;
    }),
  );
}

describe('scaledSvd', () => {
  const iris = readTable('iris', 4);

  it('gives columns U D^1/2, at right angles, of squared length D, where D^2 adds up to (n - 1) d', () => {
    const gram = products(scaledSvd(iris));
    for (const [j, row] of gram.entries()) {
      for (const [k, value] of row.entries()) if (j !== k) expect(Math.abs(value)).toBeLessThan(TOLERANCE);
    }
    const singular = gram.map((row, j) => row[j]!);
    expect(singular).toEqual([...singular].sort((a, b) => b - a));
    const squares = singular.reduce((sum, value) => sum + value * value, 0);
    expect(Math.abs(squares / (149 * 4) - 1)).toBeLessThan(TOLERANCE);
  });

  it('does not depend on units and origins of columns', () => {
    const other = scaledSvd(iris.map((row) => row.map((value, k) => (value - 3) * 2 ** (10 * k))));
    const { data } = scaledSvd(iris);
    for (const [at, value] of other.data.entries())
      expect(Math.abs(value - data[at]!)).toBeLessThan(TOLERANCE);
  });

  it('leaves out what does not vary: constant columns, and all but one of those that are multiples', () => {
    const rows = iris.map((row) => [row[0]!, 7, -2 * row[0]!, row[1]!]);
    expect(scaledSvd(rows).columns).toBe(2);
    expect(
      scaledSvd([
        [2, 2],
        [2, 2],
      ]),
    ).toEqual({ data: new Float64Array(2), rows: 2, columns: 1 });
  });

  it('says what is wrong with the rows', () => {
    expect(messageOf(() => scaledSvd([[1, 2], [3]]))).toBe(
      'scaledSvd: every row of x must have as many numbers as the first (2), got 1 in row 2.',
    );
  });
});
