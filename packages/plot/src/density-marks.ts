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
 */
export function densityLayers(single: Mixture, values: Float64Array, x: Axis): DensityLayers {
  return {
    bars: histogram(values, (x.high - x.low) / 20),
    curves: densityCurves(single, x.low, x.high),
  };
}

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
  const across = placesOn(x, curves.positions);
  // What rises beyond the axis runs along its end.
  const up = (densities: Float64Array) =>
    placesOn(
      y,
      densities.map((density) => Math.min(density, y.high)),
    );
  const base = y.domain[0];
  return [
    Plot.rectY(bars.densities, {
      x1: placesOn(x, bars.edges.subarray(0, -1)),
      x2: placesOn(x, bars.edges.subarray(1)),
      y1: base,
      y2: up(bars.densities),
      fill: 'currentColor',
      fillOpacity: 0.14,
      inset: 0.5,
      ariaLabel: 'histogram',
    }),
    ...curves.components.flatMap((component, k) =>
      componentMarks({ across, up: up(component), base, color: colors[k]! }),
    ),
    Plot.line(across, {
      x: across,
      y: up(curves.mixture),
      stroke: 'currentColor',
      strokeWidth: 2,
      ariaLabel: 'mixture density',
    }),
  ];
}

function componentMarks({
  across,
  up,
  base,
  color,
}: {
  across: Float64Array;
  up: Float64Array;
  base: number;
  color: string;
}): Plot.Markish[] {
  return [
    Plot.areaY(across, {
      x: across,
      y1: base,
      y2: up,
      fill: color,
      fillOpacity: 0.12,
      ariaLabel: 'component area',
    }),
    Plot.line(across, { x: across, y: up, stroke: color, strokeWidth: 1.5, ariaLabel: 'component density' }),
  ];
}

/** What a figure says when a curve was cut off: one sentence or none. */
export function cutNote({ curves }: DensityLayers, y: Axis): string[] {
  const peak = Math.max(...curves.mixture);
  return peak > y.high ? [`The density rises to ${Number(peak.toPrecision(3))} beyond the axis.`] : [];
}
