import type { Matrix } from '@gaussmix/linalg';
import type { ViewBox } from './view-box.ts';

/** The share of the picture within which a click means a point. */
const reach = 0.02;

/**
 * The point of the data that a click means, or the place itself.
 *
 * @param place  d numbers
 */
export function snap(
  place: readonly number[],
  { data, rows, columns }: Matrix,
  box: ViewBox,
): readonly number[] {
  const widths = [box.x, box.y].map(([low, high]) => high - low);
  let nearest = place;
  let least = reach;
  for (let i = 0; i < rows; i++) {
    const row = data.subarray(i * columns, (i + 1) * columns);
    const distance = Math.hypot(...place.map((value, j) => (row[j] - value) / widths[j]));
    if (distance < least) {
      least = distance;
      nearest = [...row];
    }
  }
  return nearest;
}
