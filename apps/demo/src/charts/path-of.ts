import type { Frame } from './frame.ts';

/**
 * The outline through points, as an SVG path.
 *
 * @param points  x and y by turns, in units of the data
 * @param closed  whether the last point leads back to the first
 */
export function pathOf(points: ArrayLike<number>, { x, y }: Frame, closed = true): string {
  const parts: string[] = [];
  for (let i = 0; i < points.length; i += 2)
    parts.push(`${x(points[i]).toFixed(2)} ${y(points[i + 1]).toFixed(2)}`);
  return parts.length === 0 ? '' : `M${parts.join('L')}${closed ? 'Z' : ''}`;
}
