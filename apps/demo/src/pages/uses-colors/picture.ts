import type { Matrix } from '@gaussmix/linalg';
import { createRandom } from '@gaussmix/random';

/** A picture as canvases have it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** width x height x 4 bytes: red, green, blue, opaque. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** The colors of all pixels: n x 3, from 0 to 255. */
export function colorsOf({ width, height, pixels }: Picture): Matrix {
  const rows = width * height;
  const data = new Float64Array(3 * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < 3; j++) data[3 * i + j] = pixels[4 * i + j];
  }
  return { data, rows, columns: 3 };
}

/** How many colors there are; no more are counted than wanted. */
export function countColors({ data, rows }: Matrix, most: number): number {
  const seen = new Set<number>();
  for (let i = 0; i < rows && seen.size < most; i++)
    seen.add((data[3 * i] * 256 + data[3 * i + 1]) * 256 + data[3 * i + 2]);
  return seen.size;
}

/**
 * Some of the rows, drawn without replacement, in their order; all of them where there are no more.
 *
 * @param count  how many at most
 */
export function drawRows(x: Matrix, count: number, seed: number): Matrix {
  if (x.rows <= count) return x;
  const chosen = createRandom(seed).sampleWithoutReplacement(x.rows, count).sort();
  const data = new Float64Array(count * x.columns);
  chosen.forEach((row, i) => {
    data.set(x.data.subarray(row * x.columns, (row + 1) * x.columns), i * x.columns);
  });
  return { data, rows: count, columns: x.columns };
}
