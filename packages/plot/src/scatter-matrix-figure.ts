import type { Mixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import type { MatrixLike } from '@gaussmix/linalg';
import { addBlock, type Block } from './block.ts';
import { columnAxis } from './column-axis.ts';
import { componentColors } from './component-colors.ts';
import { componentLegend } from './component-legend.ts';
import { densityFigure } from './density-figure.ts';
import { cutPeak, densityAxis, densityLayers } from './density-marks.ts';
import { ellipseLevel } from './ellipse-level.ts';
import { figureData, type MixtureFigureOptions } from './figure-data.ts';
import { canvasOf } from './figure-options.ts';
import { figureRoot } from './figure-root.ts';
import { marginal } from './marginal.ts';
import { addMatrixPanels, type MatrixLayout, type MatrixPanels, matrixLayout } from './matrix-panels.ts';
import { noteBlock } from './note-block.ts';
import { leftMargin } from './panel.ts';
import { pickColumns } from './pick-columns.ts';
import { pickRows } from './pick-rows.ts';
import { rowColors } from './row-colors.ts';
import { ellipseNote, ellipseShares } from './scatter-marks.ts';
import { separatingDimensions } from './separating-dimensions.ts';
import { checkMaxPoints, thinningNote, thinRows } from './thin-rows.ts';

/** What a scatter matrix takes beside its mixture and data. */
export interface ScatterMatrixOptions extends MixtureFigureOptions {
  /** Columns shown at most, at least 2; 5 when absent. They are those in which the components differ most. */
  readonly maxDimensions?: number;
  /** Points drawn at most in each panel; 2000 when absent. The figure says when it leaves some out. */
  readonly maxPoints?: number;
}

/**
 * Every pair of columns as a scatter with component ellipses below the diagonal, and each column's histogram and
 * densities on it. Data of one column give the density figure.
 *
 * @param x  n x d, in the mixture's units
 * @returns an SVG element, 720 x 720 when no size is given
 * @throws GaussmixError "document", "size", "empty", "not-finite", "shape", "dimensions" or "points"
 */
export function scatterMatrixFigure(
  mixture: Mixture,
  x: MatrixLike,
  options: ScatterMatrixOptions,
): SVGSVGElement {
  if (mixture.dimension === 1) return densityFigure(mixture, x, options);
  const canvas = canvasOf(options, 'scatterMatrixFigure', { width: 720, height: 720 });
  const { x: data, columns, labels, names } = figureData(mixture, x, options, 'scatterMatrixFigure');
  const { maxDimensions = 5, maxPoints = 2000 } = options;
  checkMaxDimensions(maxDimensions);
  const dimensions = separatingDimensions(mixture, maxDimensions);
  checkMaxPoints(maxPoints, dimensions.length, 'scatterMatrixFigure');
  const shown = marginal(mixture, dimensions);
  const shownData = pickColumns(data, dimensions);
  const rows = thinRows(shownData, maxPoints);
  const colors = componentColors(labels.length);
  const reach = ellipseLevel(Math.max(...ellipseShares));
  const axes = dimensions.map((column, dimension) =>
    columnAxis(shown, shownData, { dimension, reach, name: columns[column]!, labels: 'short' }),
  );
  const margins = { top: 8, right: 12, bottom: 44, left: leftMargin(axes.slice(1)) };
  const layout = matrixLayout(dimensions.length, { ...canvas, margins });
  const densities = axes.map((axis, dimension) => {
    const values = pickColumns(shownData, [dimension]).data;
    return densityLayers(marginal(shown, [dimension]), values, { x: axis, width: layout.panel.width });
  });

  const root = figureRoot(canvas, `Scatter matrix of ${axes.map(({ title }) => title).join(', ')}`);
  const panels: MatrixPanels = {
    document: canvas.document,
    mixture: shown,
    points: pickRows(shownData, rows),
    pointColors: rowColors(mixture, pickRows(data, rows), { colors }),
    colors,
    labels,
    axes,
    densities,
    layout,
  };
  addMatrixPanels(root, panels);
  const cut = densities.some((layers) => cutPeak(layers, densityAxis(layers)) !== undefined);
  const legend = (width: number) => componentLegend(mixture, { labels, names, colors, width });
  addCorner(root, panels.layout, {
    columns: axes.length,
    legend,
    notes: [
      ...columnNote(dimensions.length, columns.length),
      ...thinningNote(rows.length, data.rows),
      ellipseNote,
      'Dashed: the mixture.',
      ...(cut ? ['A peak that rises beyond its panel is cut off.'] : []),
    ],
  });
  return root;
}

function checkMaxDimensions(maxDimensions: number): void {
  if (Number.isInteger(maxDimensions) && maxDimensions >= 2) return;
  throw new GaussmixError(
    'dimensions',
    `scatterMatrixFigure: maxDimensions must be a whole number of at least 2, got ${maxDimensions}. ` +
      'Try densityFigure for one column.',
  );
}

/** What stands in the free corner, right of the first panel. */
interface Corner {
  /** How many columns of panels there are. */
  readonly columns: number;
  /** A legend with lines of a width in pixels. */
  readonly legend: (width: number) => Block;
  readonly notes: readonly string[];
}

function addCorner(root: SVGSVGElement, layout: MatrixLayout, { columns, legend, notes }: Corner): void {
  const { panel, gap, margins } = layout;
  const left = margins.left + panel.width + gap + 14;
  const width = (columns - 1) * (panel.width + gap) - gap - 14;
  const above = legend(width);
  addBlock(root, above, { x: left, y: margins.top });
  addBlock(root, noteBlock([notes.join(' ')], width), { x: left, y: margins.top + above.height + 4 });
}

function columnNote(shown: number, columns: number): string[] {
  return shown === columns ? [] : [`The ${shown} of ${columns} columns in which components differ most.`];
}
