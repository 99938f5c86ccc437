import * as Plot from '@observablehq/plot';
import type { Axis } from './axis.ts';
import { onAxis } from './axis-units.ts';
import { type CriterionCell, type CriterionSeries, hasValue } from './criterion-series.ts';

/** A point of a line; a gap where there is no place. */
interface Point {
  readonly components: number;
  readonly place: number | null;
}

/**
 * A line that breaks where a cell failed, and a symbol at each cell. It leaves the chart at the top where values are
 * larger than the axis reaches.
 */
export function lineMarks({ cells, color, symbol, dash }: CriterionSeries, y: Axis): Plot.Markish[] {
  const top = y.domain[1];
  const points = cells.map((cell) => pointOf(cell, y));
  const inside = points.filter(({ place }) => place !== null && place <= top);
  return [
    Plot.line(cutAbove(points, top), {
      ...{ x: 'components', y: 'place', stroke: color, strokeWidth: 1.75, className: 'gaussmix-line' },
      ...(dash !== undefined && { strokeDasharray: dash }),
    }),
    Plot.dot(inside, { x: 'components', y: 'place', fill: color, r: 4, symbol, className: 'gaussmix-cells' }),
  ];
}

function pointOf(cell: CriterionCell, { units }: Axis): Point {
  return { components: cell.components, place: hasValue(cell) ? onAxis(cell.value, units) : null };
}

/** The parts of a line that lie below the top, up to where they cross it. */
function cutAbove(points: readonly Point[], top: number): Point[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    const own = { ...point, place: isBelow(point, top) ? point.place : null };
    const crossing = before && crossingOf(before, point, top);
    return crossing ? [crossing, own] : [own];
  });
}

function isBelow({ place }: Point, top: number): boolean {
  return place !== null && place <= top;
}

/** Where the line from one point to the next crosses the top, if it does. */
function crossingOf(from: Point, to: Point, top: number): Point | undefined {
  if (from.place === null || to.place === null || isBelow(from, top) === isBelow(to, top)) return undefined;
  const share = (top - from.place) / (to.place - from.place);
  return { components: from.components + share * (to.components - from.components), place: top };
}
