import type { Mixture } from '@gaussmix/distributions';
import type { Matrix, MatrixLike } from '@gaussmix/linalg';
import type { Axis } from './axis.ts';
import { addBlock } from './block.ts';
import { columnAxis } from './column-axis.ts';
import { componentColors } from './component-colors.ts';
import { componentLegend } from './component-legend.ts';
import { densityFigure } from './density-figure.ts';
import { densityAxis, densityLayers, densityMarks } from './density-marks.ts';
import { ellipseLevel } from './ellipse-level.ts';
import { figureData, type MixtureFigureOptions } from './figure-data.ts';
import { type Canvas, canvasOf } from './figure-options.ts';
import { addPanel, figureRoot } from './figure-root.ts';
import { marginal } from './marginal.ts';
import { noteBlock } from './note-block.ts';
import { type Margins, plotPanel } from './panel.ts';
import { pickColumns } from './pick-columns.ts';
import { pickRows } from './pick-rows.ts';
import { rowColors } from './row-colors.ts';
import { ellipseNote, ellipseShares, scatterMarks } from './scatter-marks.ts';
import { separatingDimensions } from './separating-dimensions.ts';
import { thinningNote, thinRows } from './thin-rows.ts';

export interface ScatterMatrixOptions extends MixtureFigureOptions {
  /** Columns shown at most, 5 when absent: those in which the components' means lie farthest apart. */
  readonly maxDimensions?: number;
  /** Points drawn at most in each panel; 2000 when absent. The figure says when it leaves some out. */
  readonly maxPoints?: number;
}

/** What all panels of the figure are drawn from. */
interface Grid {
  readonly document: Document;
  /** Over the m columns shown. */
  readonly mixture: Mixture;
  /** n x m, and the rows of it that are drawn as points. */
  readonly data: Matrix;
  readonly points: Matrix;
  readonly pointColors: readonly string[];
  readonly colors: readonly string[];
  readonly labels: readonly string[];
  readonly axes: readonly Axis[];
  readonly layout: Layout;
}

/** Pixels: the frames of a column of panels share their left edges, those of a row their tops. */
interface Layout {
  readonly panel: { readonly width: number; readonly height: number };
  readonly gap: number;
  readonly margins: Margins;
}

/**
 * Every pair of columns as a scatter with component ellipses below the diagonal, and each column's histogram and
 * densities on it. Data of one column give the density figure.
 *
 * @param x  n x d, in the mixture's units
 * @returns an SVG element, 720 wide and as high when no size is given
 * @throws GaussmixError "document", "size", "empty", "not-finite" or "shape"
 */
export function scatterMatrixFigure(
  mixture: Mixture,
  x: MatrixLike,
  options: ScatterMatrixOptions,
): SVGSVGElement {
  if (mixture.dimension === 1) return densityFigure(mixture, x, options);
  const canvas = canvasOf(options, 'scatterMatrixFigure', { width: 720, height: 720 });
  const { x: data, columns, labels } = figureData(mixture, x, options, 'scatterMatrixFigure');
  const { maxDimensions = 5, maxPoints = 2000 } = options;
  const dimensions = separatingDimensions(mixture, Math.max(2, maxDimensions));
  const shown = marginal(mixture, dimensions);
  const shownData = pickColumns(data, dimensions);
  const rows = thinRows(shownData, maxPoints);
  const colors = componentColors(labels.length);
  const reach = ellipseLevel(Math.max(...ellipseShares));
  const grid: Grid = {
    document: canvas.document,
    mixture: shown,
    data: shownData,
    points: pickRows(shownData, rows),
    pointColors: rowColors(mixture, pickRows(data, rows), { colors }),
    colors,
    labels,
    axes: dimensions.map((column, dimension) =>
      columnAxis(shown, shownData, { dimension, reach, name: columns[column]! }),
    ),
    layout: layoutOf(canvas, dimensions.length),
  };
  const root = figureRoot(
    canvas,
    `Scatter matrix of ${dimensions.map((column) => columns[column]).join(', ')}`,
  );
  for (let row = 0; row < dimensions.length; row++) {
    for (let column = 0; column <= row; column++) addGridPanel(root, grid, { row, column });
  }
  addCorner(root, grid, [
    ...columnNote(dimensions.length, columns.length),
    ...thinningNote(rows.length, data.rows),
    ellipseNote,
  ]);
  return root;
}

function layoutOf({ width, height }: Canvas, m: number): Layout {
  const gap = 10;
  const margins = { top: 8, right: 12, bottom: 44, left: 68 };
  const each = (room: number) => (room - (m - 1) * gap) / m;
  return {
    panel: {
      width: each(width - margins.left - margins.right),
      height: each(height - margins.top - margins.bottom),
    },
    gap,
    margins,
  };
}

/** A panel carries its own margins only at the edges of the figure, where its ticks and titles stand. */
function addGridPanel(
  root: SVGSVGElement,
  grid: Grid,
  { row, column }: { row: number; column: number },
): void {
  const { panel, gap, margins } = grid.layout;
  const atLeft = column === 0;
  const atBottom = row === grid.axes.length - 1;
  const own = { top: 0, right: 0, bottom: atBottom ? margins.bottom : 0, left: atLeft ? margins.left : 0 };
  const content = row === column ? densityPanel(grid, row) : scatterPanel(grid, { row, column });
  const drawn = plotPanel({
    document: grid.document,
    width: panel.width + own.left,
    height: panel.height + own.bottom,
    margins: own,
    show: { x: atBottom, y: atLeft && row > 0 },
    ...content,
  });
  addPanel(root, drawn, {
    x: margins.left + column * (panel.width + gap) - own.left,
    y: margins.top + row * (panel.height + gap),
  });
}

function densityPanel(grid: Grid, dimension: number) {
  const x = grid.axes[dimension]!;
  const layers = densityLayers(
    marginal(grid.mixture, [dimension]),
    pickColumns(grid.data, [dimension]).data,
    x,
  );
  const y = densityAxis(layers);
  return { x, y, marks: densityMarks(layers, { x, y, colors: grid.colors }) };
}

function scatterPanel(grid: Grid, { row, column }: { row: number; column: number }) {
  const [x, y] = [grid.axes[column]!, grid.axes[row]!];
  const { pointColors, colors, labels } = grid;
  const marks = scatterMarks({
    points: pickColumns(grid.points, [column, row]),
    pointColors,
    mixture: marginal(grid.mixture, [column, row]),
    colors,
    labels,
    x,
    y,
    discRadius: grid.axes.length > 2 ? 4 : 8,
  });
  return { x, y, marks };
}

/** Legend and notes stand in the free corner, right of the first panel. */
function addCorner(
  root: SVGSVGElement,
  { mixture, labels, colors, layout, axes }: Grid,
  notes: readonly string[],
): void {
  const { panel, gap, margins } = layout;
  const left = margins.left + panel.width + gap + 14;
  const width = (axes.length - 1) * (panel.width + gap) - gap - 14;
  const legend = componentLegend(mixture, { labels, colors, width });
  addBlock(root, legend, { x: left, y: margins.top });
  addBlock(root, noteBlock(notes, width), { x: left, y: margins.top + legend.height + 4 });
}

function columnNote(shown: number, columns: number): string[] {
  return shown === columns ? [] : [`The ${shown} of ${columns} columns in which components differ most.`];
}
