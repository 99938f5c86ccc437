import type { Mixture } from '@gaussmix/distributions';
import * as Plot from '@observablehq/plot';
import { type Axis, axisBetween, placesOn } from './axis.ts';
import { type DensityCurves, densityCurves } from './density-curves.ts';
import { type Histogram, histogram } from './histogram.ts';

/** A histogram and the curves that belong over it. */
export interface DensityLayers {
  readonly bars: Histogram;
  readonly curves: DensityCurves;
}

/**
 * Bars and curves of one column.
 *
 * @param single  a mixture of dimension 1
 * @param values  n numbers
 * @param width  of the panel, in pixels
 */
export function densityLayers(
  single: Mixture,
  values: Float64Array,
  { x, width }: { x: Axis; width: number },
): DensityLayers {
  return {
    bars: histogram(values, { width: (x.high - x.low) / 20, mostBins: Math.ceil(width / narrowestBar) }),
    curves: densityCurves(single, x.low, x.high),
  };
}

/** No bar is narrower than this, in pixels. */
const narrowestBar = 4;

/** A curve may rise this many times above the tallest bar before it is cut off. */
const tallestCurve = 4;

/**
 * The axis of densities: it shows all bars and curves, unless a collapsed component's spike would flatten them.
 */
export function densityAxis({ bars, curves }: DensityLayers): Axis {
  const tallestBar = Math.max(...bars.densities);
  const peak = Math.max(...curves.mixture);
  const high = peak > tallestCurve * tallestBar ? 1.5 * tallestBar : Math.max(tallestBar, peak);
  return axisBetween('density', 0, 1.05 * high);
}

/** Bars, the weighted components and the mixture, from back to front. */
export function densityMarks(
  { bars, curves }: DensityLayers,
  { x, y, colors }: { x: Axis; y: Axis; colors: readonly string[] },
): Plot.Markish[] {
  const curve = (densities: Float64Array): CurvePoint[] => {
    const across = placesOn(x, curves.positions);
    // What rises beyond the axis runs along its end.
    const up = placesOn(y, densities).map((place) => Math.min(place, y.domain[1]));
    return Array.from(across, (place, i) => ({ x: place, y: up[i]! }));
  };
  const mixtureLook = { stroke: 'currentColor', strokeWidth: 1.25, strokeDasharray: '4 4' };
  return [
    Plot.rectY(bars.densities, {
      x1: placesOn(x, bars.edges.subarray(0, -1)),
      x2: placesOn(x, bars.edges.subarray(1)),
      y1: 0,
      y2: placesOn(y, bars.densities),
      fill: 'currentColor',
      fillOpacity: 0.14,
      insetRight: 0.5,
      className: 'gaussmix-histogram',
    }),
    ...curves.components.flatMap((component, k) =>
      componentMarks(curve(component), { height: y.domain[1], color: colors[k]! }),
    ),
    Plot.line(curve(curves.mixture), { x: 'x', y: 'y', ...mixtureLook, className: 'gaussmix-mixture' }),
  ];
}

/** A place on both axes. */
interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Only where a component can be seen: the lines of the others would color the base line. */
function componentMarks(
  curve: readonly CurvePoint[],
  { height, color }: { height: number; color: string },
): Plot.Markish[] {
  const seen = curve.filter(({ y }) => y > height / 500);
  return [
    Plot.areaY(seen, {
      x: 'x',
      y1: 0,
      y2: 'y',
      fill: color,
      fillOpacity: 0.12,
      className: 'gaussmix-component-area',
    }),
    Plot.line(seen, { x: 'x', y: 'y', stroke: color, strokeWidth: 2.5, className: 'gaussmix-component' }),
  ];
}

/** The density at the highest peak that rises beyond the axis, or undefined when none does. */
export function cutPeak({ curves }: DensityLayers, y: Axis): number | undefined {
  const peak = Math.max(...curves.mixture);
  return peak > y.high ? peak : undefined;
}
