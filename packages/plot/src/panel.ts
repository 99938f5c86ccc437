import * as Plot from '@observablehq/plot';
import type { Axis } from './axis.ts';
import { type AxisTicks, axisTicks } from './axis-ticks.ts';
import { groupThousands } from './format-number.ts';
import { fitTitle, textWidth, theme } from './theme.ts';

/** Pixels from a frame to its tick labels, and for a title beyond them. */
const tickRoom = 10;
const titleRoom = 20;

/** A panel shorter than this in one direction has its ticks closer together. */
const smallPanel = 260;

/** What is drawn of an axis beside its grid. */
export type AxisParts = 'all' | 'title' | 'none';

/** Pixels kept free on each side of a panel's frame. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Two axes and what is drawn between them. */
export interface PanelContent {
  readonly x: Axis;
  readonly y: Axis;
  /** Whole numbers at which x has its ticks; as many as have room when absent. */
  readonly xTicks?: readonly number[];
  readonly marks: readonly Plot.Markish[];
}

export interface PanelOptions extends PanelContent {
  readonly document: Document;
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  /** What stands at the bottom and at the left: ticks and title when absent. */
  readonly show?: { readonly x: AxisParts; readonly y: AxisParts };
}

/** The room that tick labels and title of the widest of some vertical axes need, in pixels. */
export function leftMargin(axes: readonly Axis[]): number {
  // About as many ticks as a chart has: few of them are longer than these.
  const labels = axes.flatMap(({ domain }) => axisTicks(domain, { pixels: 240, room: () => 36 }).labels);
  return Math.max(56, Math.ceil(Math.max(...labels.map(textWidth))) + tickRoom + titleRoom);
}

/** A chart with two axes in the figures' one look. */
export function plotPanel(options: PanelOptions): Element {
  const { document, width, height, margins, x, y, marks, show = { x: 'all', y: 'all' } } = options;
  const ticks = ticksOf(options);
  return Plot.plot({
    document,
    width,
    height,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    x: { type: 'linear', domain: [...x.domain], axis: null },
    y: { type: 'linear', domain: [...y.domain], axis: null },
    marks: [
      ...gridMarks(ticks),
      ...marks,
      ...(show.x === 'all' ? xTickMarks(ticks.x, y.domain[0]) : []),
      ...(show.x === 'none' ? [] : [xTitleMark(options)]),
      ...(show.y === 'all' ? yTickMarks(ticks.y, x.domain[0]) : []),
      ...(show.y === 'none' ? [] : [yTitleMark(options)]),
    ],
  });
}

/** The ticks of both axes: the whole numbers that were asked for, or as many as have room. */
function ticksOf({ width, height, margins, x, y, xTicks }: PanelOptions): { x: AxisTicks; y: AxisTicks } {
  const across = width - margins.left - margins.right;
  const down = height - margins.top - margins.bottom;
  const [xRoom, yRoom] = [across < smallPanel ? 40 : 60, down < smallPanel ? 30 : 44];
  return {
    x: xTicks
      ? { places: xTicks, labels: xTicks.map((tick) => groupThousands(String(tick))) }
      : axisTicks(x.domain, { pixels: across, room: (label) => Math.max(xRoom, textWidth(label) + 14) }),
    y: axisTicks(y.domain, { pixels: down, room: () => yRoom }),
  };
}

function gridMarks({ x, y }: { x: AxisTicks; y: AxisTicks }): Plot.Markish[] {
  const look = { strokeOpacity: theme.gridOpacity };
  return [Plot.gridX(x.places, look), Plot.gridY(y.places, look)];
}

function xTickMarks({ places, labels }: AxisTicks, base: number): Plot.Markish[] {
  const tickFormat = (_: unknown, i: number) => labels[i]!;
  return [
    Plot.axisX(places, { tickFormat, label: null, tickSize: 4, strokeOpacity: theme.axisOpacity }),
    Plot.ruleY([base], { strokeOpacity: theme.axisOpacity }),
  ];
}

function yTickMarks({ places, labels }: AxisTicks, base: number): Plot.Markish[] {
  const tickFormat = (_: unknown, i: number) => labels[i]!;
  return [
    Plot.axisY(places, { tickFormat, label: null, tickSize: 4, strokeOpacity: theme.axisOpacity }),
    Plot.ruleX([base], { strokeOpacity: theme.axisOpacity }),
  ];
}

function xTitleMark({ x, width, margins }: PanelOptions): Plot.Markish {
  const title = fitTitle(x.title, width - margins.left - margins.right);
  const look = { fontWeight: theme.titleWeight, className: 'gaussmix-x-title' };
  return Plot.text([title], { frameAnchor: 'bottom', dy: 34, ...look });
}

function yTitleMark({ y, height, margins }: PanelOptions): Plot.Markish {
  const title = fitTitle(y.title, height - margins.top - margins.bottom);
  const look = { fontWeight: theme.titleWeight, className: 'gaussmix-y-title' };
  return Plot.text([title], {
    frameAnchor: 'left',
    textAnchor: 'middle',
    rotate: -90,
    dx: titleRoom / 2 - margins.left,
    ...look,
  });
}
