import type { Matrix } from '@gaussmix/linalg';
import type { Interval } from '../../charts/frame.ts';

/** What is shown of the plane. */
export interface ViewBox {
  readonly x: Interval;
  readonly y: Interval;
}

const ownBox: ViewBox = { x: [0, 10], y: [0, 8] };

/** The data with some room around them; for points drawn by hand ten by eight units, while they lie within. */
export function viewBox(rows: Matrix, own: boolean): ViewBox {
  const [x, y] = [0, 1].map((column) => {
    const usual = column === 0 ? ownBox.x : ownBox.y;
    if (column >= rows.columns) return usual;
    const [low, high] = extentOf(rows, column);
    if (own && !(low < usual[0] || high > usual[1])) return usual;
    // On a line tails have to be seen.
    const share = rows.columns === 1 ? 0.25 : 0.12;
    const room = high > low ? share * (high - low) : 1;
    return [low - room, high + room] as const;
  });
  return { x, y };
}

/** The nearest place that is shown. */
export function withinBox(point: readonly number[], { x, y }: ViewBox): readonly number[] {
  return point.map((value, column) => {
    const [low, high] = column === 0 ? x : y;
    return Math.min(high, Math.max(low, value));
  });
}

function extentOf({ data, columns }: Matrix, column: number): Interval {
  let [low, high] = [Infinity, -Infinity];
  for (let at = column; at < data.length; at += columns) {
    low = Math.min(low, data[at]);
    high = Math.max(high, data[at]);
  }
  return [low, high];
}
