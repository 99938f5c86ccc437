import { type Mixture, marginal } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import type { Axis } from './axis.ts';
import { type DensityLayers, densityAxis, densityMarks } from './density-marks.ts';
import { addPanel } from './figure-root.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import { type PanelContent, plotPanel } from './panel.ts';
import { pickColumns } from './pick-columns.ts';
import { scatterMarks } from './scatter-marks.ts';

/** What all panels of a scatter matrix of m columns are drawn from. */
export interface MatrixPanels {
  readonly document: Document;
  /** Over the m columns shown. */
  readonly mixture: Mixture;
  /** n x m: the rows that are drawn as points, and their n colors. */
  readonly points: Matrix;
  readonly pointColors: readonly string[];
  /** K colors and names */
  readonly colors: readonly string[];
  readonly labels: readonly string[];
  /** m axes, and what the m diagonal panels show */
  readonly axes: readonly Axis[];
  readonly densities: readonly DensityLayers[];
  readonly layout: MatrixLayout;
}

/** Draws the panels on and below the diagonal. */
export function addMatrixPanels(root: SVGSVGElement, panels: MatrixPanels): void {
  for (let row = 0; row < panels.axes.length; row++) {
    for (let column = 0; column < row; column++) {
      addAt(root, panels, { row, column, content: scatterPanel(panels, row, column) });
    }
    addAt(root, panels, { row, column: row, content: densityPanel(panels, row) });
  }
}

/** A panel carries margins of its own only at the edges of the figure, where ticks and titles stand. */
function addAt(
  root: SVGSVGElement,
  { document, axes, layout }: MatrixPanels,
  { row, column, content }: { row: number; column: number; content: PanelContent },
): void {
  const { panel, gap, margins } = layout;
  const [left, bottom] = [column === 0 ? margins.left : 0, row === axes.length - 1 ? margins.bottom : 0];
  const drawn = plotPanel({
    document,
    width: panel.width + left,
    height: panel.height + bottom,
    margins: { top: 0, right: 0, bottom, left },
    show: { x: bottom > 0 ? 'all' : 'none', y: left === 0 ? 'none' : row > 0 ? 'all' : 'title' },
    ...content,
  });
  addPanel(root, drawn, {
    x: margins.left + column * (panel.width + gap) - left,
    y: margins.top + row * (panel.height + gap),
  });
}

function densityPanel({ densities, axes, colors }: MatrixPanels, dimension: number): PanelContent {
  const [layers, x] = [densities[dimension]!, axes[dimension]!];
  // Its ticks are not shown: the units of the title would say nothing.
  const y = { ...densityAxis(layers), title: 'density' };
  return { x, y, marks: densityMarks(layers, { x, y, colors }) };
}

function scatterPanel(panels: MatrixPanels, row: number, column: number): PanelContent {
  const [x, y] = [panels.axes[column]!, panels.axes[row]!];
  const marks = scatterMarks({
    ...panels,
    points: pickColumns(panels.points, [column, row]),
    mixture: marginal(panels.mixture, [column, row]),
    x,
    y,
    discRadius: panels.layout.panel.width > 200 ? 8 : 4,
  });
  return { x, y, marks };
}
