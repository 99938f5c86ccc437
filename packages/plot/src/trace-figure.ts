import { GaussmixError } from '@gaussmix/kernels';
import * as Plot from '@observablehq/plot';
import { axisBetween, axisOf, placesOn } from './axis.ts';
import { componentColors } from './component-colors.ts';
import { canvasOf, type FigureOptions } from './figure-options.ts';
import { formatNumber } from './format-number.ts';
import { stackedFigure } from './stacked-figure.ts';

/** What a trace figure takes beside its trace. */
export interface TraceOptions extends FigureOptions {
  /** What the trace holds; "log-likelihood" when absent. */
  readonly name?: string;
}

const [lineColor] = componentColors(1);

/** Each iteration has a dot of its own up to this many. */
const mostDots = 80;

/**
 * The log-likelihood after each iteration of a fit.
 *
 * @param trace  the start's value first; entries that are not finite leave a gap
 * @returns an SVG element, 640 x 300 when no size is given
 * @throws GaussmixError "document", "size", or "empty" when no entry is finite
 */
export function traceFigure(trace: ArrayLike<number>, options: TraceOptions): SVGSVGElement {
  const canvas = canvasOf(options, 'traceFigure', { width: 640, height: 300 });
  const { name = 'log-likelihood' } = options;
  const values = Array.from(trace);
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) {
    throw new GaussmixError(
      'empty',
      `traceFigure: trace must hold at least one finite number, got ${values.length} without.`,
    );
  }
  const [low, high] = finite.reduce(
    ([least, most], value) => [Math.min(least!, value), Math.max(most!, value)],
    [Infinity, -Infinity],
  );
  const last = values.length - 1;
  const x = last === 0 ? axisBetween('iteration', -0.5, 0.5) : axisBetween('iteration', 0, last);
  const y = axisOf({ name, low: low!, high: high!, padding: 0.08 });
  const iterations = Array.from(values.keys());
  const places = { x: iterations, y: placesOn(y, values) };
  return stackedFigure(canvas, {
    description: `${name} by iteration, ${last} iterations`,
    notes: [
      `After ${formatNumber(last)} ${last === 1 ? 'iteration' : 'iterations'}: ${formatNumber(values[last]!, 12)}.`,
    ],
    chart: {
      x,
      y,
      ...(last < 10 ? { xTicks: iterations } : {}),
      marks: [
        Plot.line(iterations, { ...places, stroke: lineColor, strokeWidth: 2, className: 'gaussmix-trace' }),
        ...(last < mostDots
          ? [Plot.dot(iterations, { ...places, fill: lineColor, r: 3, className: 'gaussmix-iterations' })]
          : []),
      ],
    },
  });
}
