import * as Plot from '@observablehq/plot';
import type { Axis } from './axis.ts';
import { fitText, theme } from './theme.ts';

/** Pixels kept free on each side of a panel's frame. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface PanelOptions {
  readonly document: Document;
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  readonly x: Axis;
  readonly y: Axis;
  /** Whether ticks and titles stand at the bottom and at the left; both when absent. */
  readonly show?: { readonly x: boolean; readonly y: boolean };
  /** Places of the ticks of x, on the axis; chosen by the library when absent. */
  readonly xTicks?: readonly number[];
  readonly marks: readonly Plot.Markish[];
}

/** A chart with two axes in the figures' one look. */
export function plotPanel(options: PanelOptions): Element {
  const { document, width, height, margins, x, y, marks, show = { x: true, y: true } } = options;
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
      ...(show.x ? xAxisMarks(options) : []),
      ...(show.y ? yAxisMarks(options) : []),
    ],
  });
}

function tickOptions({ width, height, margins, xTicks }: PanelOptions) {
  const across = width - margins.left - margins.right;
  const down = height - margins.top - margins.bottom;
  return {
    x: xTicks ? { ticks: [...xTicks] } : { ticks: Math.max(2, Math.floor(across / 70)) },
    y: { ticks: Math.max(2, Math.floor(down / 50)) },
  };
}

function gridMarks(options: PanelOptions): Plot.Markish[] {
  const ticks = tickOptions(options);
  const look = { strokeOpacity: theme.gridOpacity };
  return [Plot.gridX({ ...ticks.x, ...look }), Plot.gridY({ ...ticks.y, ...look })];
}

function xAxisMarks(options: PanelOptions): Plot.Markish[] {
  const { x, width, margins } = options;
  const title = fitText(x.title, width - margins.left - margins.right);
  return [
    Plot.axisX({ ...tickOptions(options).x, label: null, tickSize: 4, strokeOpacity: theme.axisOpacity }),
    Plot.ruleY([options.y.domain[0]], { strokeOpacity: theme.axisOpacity }),
    Plot.text([title], {
      frameAnchor: 'bottom',
      dy: 34,
      fontWeight: theme.titleWeight,
      ariaLabel: 'x-axis title',
    }),
  ];
}

function yAxisMarks(options: PanelOptions): Plot.Markish[] {
  const { y, height, margins } = options;
  const title = fitText(y.title, height - margins.top - margins.bottom);
  return [
    Plot.axisY({ ...tickOptions(options).y, label: null, tickSize: 4, strokeOpacity: theme.axisOpacity }),
    Plot.ruleX([options.x.domain[0]], { strokeOpacity: theme.axisOpacity }),
    Plot.text([title], {
      frameAnchor: 'left',
      textAnchor: 'middle',
      rotate: -90,
      dx: 14 - margins.left,
      fontWeight: theme.titleWeight,
      ariaLabel: 'y-axis title',
    }),
  ];
}
