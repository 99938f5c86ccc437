import * as Plot from '@observablehq/plot';
import type { Axis } from './axis.ts';
import { onAxis } from './axis-units.ts';
import { type CriterionSeries, hasValue } from './criterion-series.ts';
import { spreadApart } from './spread-apart.ts';
import { fitText, textWidth } from './theme.ts';

/** Marks in the margin to the right of a chart. */
export interface SideMarks {
  /** Of the margin, in pixels. */
  readonly width: number;
  /** @param frame  how large the chart is, in pixels, margins left out */
  marks(frame: { readonly width: number; readonly height: number }): readonly Plot.Markish[];
}

/** Pixels from the chart's edge to a symbol, from there to its name, and behind that. */
const [toSymbol, toName, behind] = [16, 9, 8];

/** A name is no longer than this, in pixels. */
const longest = 120;

/** Room for a line of text, in pixels. */
const lineRoom = 14;

/** Names at the ends of lines, each with its symbol, moved apart where they would overlap, and tied to its line. */
export function endLabels(
  series: readonly CriterionSeries[],
  { x, y }: { readonly x: Axis; readonly y: Axis },
): SideMarks {
  const [bottom, top] = y.domain;
  const ends = series.flatMap((one) => {
    const last = one.cells.filter(hasValue).at(-1);
    if (last === undefined) return [];
    const place = Math.min(onAxis(last.value, y.units), top);
    return [{ ...one, name: fitText(one.covariance, longest), components: last.components, place }];
  });
  const width = toSymbol + toName + behind + Math.max(...ends.map(({ name }) => textWidth(name)));
  return {
    width,
    marks(frame) {
      const perPixel = { x: (x.domain[1] - x.domain[0]) / frame.width, y: (top - bottom) / frame.height };
      const pixels = spreadApart(
        ends.map(({ place }) => (top - place) / perPixel.y),
        { room: lineRoom, low: 0, high: frame.height },
      );
      const labels = ends.map((end, i) => ({
        ...end,
        at: top - pixels[i]! * perPixel.y,
        left: x.domain[1] + toSymbol * perPixel.x,
        tie: x.domain[1] + (toSymbol - 6) * perPixel.x,
      }));
      return [
        Plot.link(labels, {
          ...{ x1: 'components', y1: 'place', x2: 'tie', y2: 'at', stroke: 'color' },
          ...{ strokeWidth: 1, strokeOpacity: 0.6, strokeDasharray: '1 2', className: 'gaussmix-ties' },
        }),
        ...labels.map(({ left, at, color, symbol }) =>
          Plot.dot([left], { x: [left], y: [at], fill: color, r: 4, symbol, className: 'gaussmix-legend' }),
        ),
        Plot.text(labels, {
          ...{ x: 'left', y: 'at', dx: toName, text: 'name', textAnchor: 'start' },
          className: 'gaussmix-structures',
        }),
      ];
    },
  };
}
