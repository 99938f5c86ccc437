import type { ScaleContinuousNumeric } from 'd3-scale';

/** A scale from numbers to pixels. */
export type Scale = ScaleContinuousNumeric<number, number>;

/** The inner part of a chart: where data are drawn, in pixels of the chart from its own upper left corner. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  readonly height: number;
  /** How many CSS pixels of the screen one pixel of the chart takes: charts grow with the text. */
  readonly zoom: number;
}

/** A place in the units of the data. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** From least to largest. */
export type Interval = readonly [number, number];
