import * as Plot from '@observablehq/plot';
import type { Axis } from './axis.ts';
import { groupThousands } from './format-number.ts';
import { fitText, textWidth, theme } from './theme.ts';

/** Pixels from a frame to its tick labels, and for a title beyond them. */
const tickRoom = 10;
const titleRoom = 20;

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
  /** Whole numbers at which x has its ticks; chosen by the library when absent. */
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
  const widest = Math.max(...axes.map((axis) => textWidth(longestTick(axis))));
  return Math.max(56, Math.ceil(widest) + tickRoom + titleRoom);
}

/** A chart with two axes in the figures' one look. */
export function plotPanel(options: PanelOptions): Element {
  const { document, width, height, margins, x, y, marks, show = { x: 'all', y: 'all' } } = options;
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
      ...gridMarks(options),
      ...marks,
      ...(show.x === 'all' ? xTickMarks(options) : []),
      ...(show.x === 'none' ? [] : [xTitleMark(options)]),
      ...(show.y === 'all' ? yTickMarks(options) : []),
      ...(show.y === 'none' ? [] : [yTitleMark(options)]),
    ],
  });
}

function tickOptions({ width, height, margins, x, xTicks }: PanelOptions) {
  const across = width - margins.left - margins.right;
  const down = height - margins.top - margins.bottom;
  const room = Math.max(across < 260 ? 44 : 70, 1.5 * textWidth(longestTick(x)) + 8);
  return {
    x: xTicks ? { ticks: [...xTicks], tickFormat: ',d' } : { ticks: Math.max(2, Math.floor(across / room)) },
    y: { ticks: Math.max(2, Math.floor(down / (down < 200 ? 36 : 50))) },
  };
}

/** About the longest label that about five ticks can have. */
function longestTick({ domain: [low, high] }: Axis): string {
  const exponent = Number(((high - low) / 5).toExponential().split('e')[1]);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const digits = groupThousands(largest.toFixed(Math.min(20, Math.max(0, -exponent))));
  return low < 0 ? `-${digits}` : digits;
}

function gridMarks(options: PanelOptions): Plot.Markish[] {
  const ticks = tickOptions(options);
  const look = { strokeOpacity: theme.gridOpacity };
  return [Plot.gridX({ ...ticks.x, ...look }), Plot.gridY({ ...ticks.y, ...look })];
}

function xTickMarks(options: PanelOptions): Plot.Markish[] {
  const look = { label: null, tickSize: 4, strokeOpacity: theme.axisOpacity };
  return [
    Plot.axisX({ ...tickOptions(options).x, ...look }),
    Plot.ruleY([options.y.domain[0]], { strokeOpacity: theme.axisOpacity }),
  ];
}

function yTickMarks(options: PanelOptions): Plot.Markish[] {
  const look = { label: null, tickSize: 4, strokeOpacity: theme.axisOpacity };
  return [
    Plot.axisY({ ...tickOptions(options).y, ...look }),
    Plot.ruleX([options.x.domain[0]], { strokeOpacity: theme.axisOpacity }),
  ];
}

function xTitleMark({ x, width, margins }: PanelOptions): Plot.Markish {
  const title = fitText(x.title, width - margins.left - margins.right);
  const look = { fontWeight: theme.titleWeight, className: 'gaussmix-x-title' };
  return Plot.text([title], { frameAnchor: 'bottom', dy: 34, ...look });
}

function yTitleMark({ y, height, margins }: PanelOptions): Plot.Markish {
  const title = fitText(y.title, height - margins.top - margins.bottom);
  const look = { fontWeight: theme.titleWeight, className: 'gaussmix-y-title' };
  return Plot.text([title], {
    frameAnchor: 'left',
    textAnchor: 'middle',
    rotate: -90,
    dx: titleRoom / 2 - margins.left,
    ...look,
  });
}
