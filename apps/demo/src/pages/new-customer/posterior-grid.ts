import { type Mixture, predictProba } from '@gaussmix/distributions';
import { createMatrix } from '@gaussmix/linalg';
import type { Interval } from '../../charts/frame.ts';

/** The posterior of the first component on a grid, row after row from the top. */
export interface PosteriorGrid {
  readonly columns: number;
  readonly rows: number;
  readonly x: Interval;
  readonly y: Interval;
  readonly values: Float64Array;
}

/** The posterior at the middles of so many cells, which cover the area. */
export function posteriorGrid(
  mixture: Mixture,
  { x, y }: { x: Interval; y: Interval },
  { columns, rows }: { columns: number; rows: number },
): PosteriorGrid {
  const places = createMatrix(columns * rows, 2);
  for (let at = 0; at < places.rows; at++) {
    const [i, j] = [at % columns, Math.floor(at / columns)];
    places.data[2 * at] = x[0] + ((i + 0.5) / columns) * (x[1] - x[0]);
    places.data[2 * at + 1] = y[1] - ((j + 0.5) / rows) * (y[1] - y[0]);
  }
  const posteriors = predictProba(mixture, places);
  const values = Float64Array.from(
    { length: places.rows },
    (_, at) => posteriors.data[at * posteriors.columns],
  );
  return { columns, rows, x, y, values };
}

/** The place of a grid coordinate, in cells from the upper left corner. */
export function placeIn({ columns, rows, x, y }: PosteriorGrid, [i, j]: readonly number[]): [number, number] {
  return [x[0] + (i / columns) * (x[1] - x[0]), y[1] - (j / rows) * (y[1] - y[0])];
}

/** For each offer that is best somewhere, the place of that cell that lies nearest to the middle of its cells. */
export function regionMiddles(
  grid: PosteriorGrid,
  shown: { x: Interval; y: Interval },
  offerOf: (p: number) => number,
): { offer: number; place: [number, number] }[] {
  const cells = new Map<number, [number, number][]>();
  grid.values.forEach((p, at) => {
    const cell: [number, number] = [(at % grid.columns) + 0.5, Math.floor(at / grid.columns) + 0.5];
    const [x, y] = placeIn(grid, cell);
    if (x < shown.x[0] || x > shown.x[1] || y < shown.y[0] || y > shown.y[1]) return;
    const offer = offerOf(p);
    const own = cells.get(offer);
    if (own) own.push(cell);
    else cells.set(offer, [cell]);
  });
  return Array.from(cells, ([offer, own]) => {
    const middle = [0, 1].map((side) => own.reduce((sum, cell) => sum + cell[side], 0) / own.length);
    const far = (cell: [number, number]) => (cell[0] - middle[0]) ** 2 + (cell[1] - middle[1]) ** 2;
    const nearest = own.reduce((best, cell) => (far(cell) < far(best) ? cell : best));
    return { offer, place: placeIn(grid, nearest) };
  });
}
