import { describe, expect, it } from 'vitest';
import { colorsOf, countColors, drawRows } from '../../../src/pages/uses-colors/picture.ts';

describe('colorsOf', () => {
  it('reads red, green and blue of each pixel, and leaves opacity out', () => {
    const pixels = Uint8ClampedArray.of(1, 2, 3, 255, 40, 50, 60, 255);
    expect(colorsOf({ width: 2, height: 1, pixels })).toEqual({
      data: Float64Array.of(1, 2, 3, 40, 50, 60),
      rows: 2,
      columns: 3,
    });
  });
});

describe('drawRows', () => {
  const x = { data: Float64Array.from({ length: 300 }, (_, i) => i), rows: 100, columns: 3 };

  it('draws different rows, whole and in order', () => {
    const { data, rows, columns } = drawRows(x, 40, 7);
    expect([rows, columns, data.length]).toEqual([40, 3, 120]);
    const firsts = Array.from({ length: 40 }, (_, i) => data[3 * i]);
    expect(firsts.every((first, i) => first % 3 === 0 && (i === 0 || first > firsts[i - 1]))).toBe(true);
    expect(firsts.every((first, i) => data[3 * i + 1] === first + 1 && data[3 * i + 2] === first + 2)).toBe(
      true,
    );
  });

  it('draws the same rows for the same seed, others for another', () => {
    expect(drawRows(x, 40, 7)).toEqual(drawRows(x, 40, 7));
    expect(drawRows(x, 40, 8).data).not.toEqual(drawRows(x, 40, 7).data);
  });

  it('takes all where there are no more', () => {
    expect(drawRows(x, 100, 7)).toBe(x);
  });
});

describe('countColors', () => {
  const x = { data: Float64Array.from([0, 0, 1, 0, 1, 0, 0, 0, 1, 255, 255, 255]), rows: 4, columns: 3 };

  it('counts what differs in any channel, and no further than wanted', () => {
    expect(countColors(x, 32)).toBe(3);
    expect(countColors(x, 2)).toBe(2);
  });
});
