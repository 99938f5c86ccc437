import { type AxisUnits, axisTitle, axisUnits, onAxis } from './axis-units.ts';

/** One axis of a figure: the stretch of data that it shows, and the units that its ticks count in. */
export interface Axis {
  readonly title: string;
  readonly units: AxisUnits;
  /** Where it begins and ends, in the data's units. */
  readonly low: number;
  readonly high: number;
  /** The same on the axis, as the chart library gets it. */
  readonly domain: readonly [number, number];
}

/** Values nearer than this are as good as equal: the density of a bar between them may overflow. */
export const leastSpan = 1e-290;

/** What an axis is made from. */
export interface AxisOptions {
  readonly name: string;
  /** Least and greatest value to show, in the data's units. */
  readonly low: number;
  readonly high: number;
  /** Room beyond each end, as a share of the span; 0.04 when absent. */
  readonly padding?: number;
  /** How much room tick labels have; "wide" when absent. */
  readonly labels?: 'wide' | 'short';
}

/**
 * An axis that shows all from low to high with some room. When they are equal it reaches to half and one and a
 * half times the value, or from -1 to 1.
 */
export function axisOf({ name, low, high, padding = 0.04, labels }: AxisOptions): Axis {
  // Halves, because the span of two finite numbers may be infinite.
  const half = high / 2 - low / 2;
  const room = half > leastSpan ? 2 * padding * half : Math.abs(low) > leastSpan ? Math.abs(low) / 2 : 1;
  const from = Math.max(-Number.MAX_VALUE, low - room);
  const to = Math.min(Number.MAX_VALUE, high + room);
  return axisFrom(name, axisUnits(from, to, labels), { low: from, high: to });
}

/** An axis from low to high and not beyond. */
export function axisBetween(name: string, low: number, high: number): Axis {
  return axisFrom(name, axisUnits(low, high), { low, high });
}

function axisFrom(name: string, units: AxisUnits, { low, high }: { low: number; high: number }): Axis {
  return {
    title: axisTitle(name, units),
    units,
    low,
    high,
    domain: [onAxis(low, units), onAxis(high, units)],
  };
}

/** Values in the data's units as places on an axis. */
export function placesOn(axis: Axis, values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, (value) => onAxis(value, axis.units));
}
