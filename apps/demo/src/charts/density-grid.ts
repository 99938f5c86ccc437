import { type Mixture, scoreSamples } from '@gaussmix/distributions';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Interval } from './frame.ts';

/** Log-densities on a grid of cells, row after row from the top. */
export interface DensityGrid {
  readonly columns: number;
  readonly rows: number;
  readonly logDensities: Float64Array;
}

/**
 * The density of a mixture in two dimensions at the middles of cells.
 *
 * @param area  the intervals that the grid covers
 * @param columns  how many cells side by side; as many rows as keep them square on a picture of this shape
 */
export function densityGrid(
  mixture: Mixture,
  area: { x: Interval; y: Interval },
  { columns, rows }: { columns: number; rows: number },
): DensityGrid {
  const data = new Float64Array(columns * rows * 2);
  for (let j = 0; j < rows; j++) {
    const y = area.y[1] - ((j + 0.5) / rows) * (area.y[1] - area.y[0]);
    for (let i = 0; i < columns; i++) {
      const at = 2 * (j * columns + i);
      data[at] = area.x[0] + ((i + 0.5) / columns) * (area.x[1] - area.x[0]);
      data[at + 1] = y;
    }
  }
  const points = { data, rows: columns * rows, columns: 2 };
  return { columns, rows, logDensities: scoreSamples(mixture, points, { kernels: simdKernels() }) };
}
