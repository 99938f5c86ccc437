import { type Mixture, marginal } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import type { MatrixLike } from '@gaussmix/linalg';
import { addBlock } from './block.ts';
import { columnAxis } from './column-axis.ts';
import { componentColors } from './component-colors.ts';
import { componentLegend } from './component-legend.ts';
import { densityFigure } from './density-figure.ts';
import { cutPeak, densityAxis, densityLayers } from './density-marks.ts';
import { ellipseLevel } from './ellipse-level.ts';
import { figureData, type MixtureFigureOptions } from './figure-data.ts';
import { canvasOf } from './figure-options.ts';
import { figureRoot } from './figure-root.ts';
import { matrixLayout, panelWidth } from './matrix-layout.ts';
import { addMatrixPanels } from './matrix-panels.ts';
import { leftMargin } from './panel.ts';
import { pickColumns } from './pick-columns.ts';
import { pickRows } from './pick-rows.ts';
import { rowColors } from './row-colors.ts';
import { ellipseNote, ellipseShares } from './scatter-marks.ts';
import { separatingDimensions } from './separating-dimensions.ts';
import { checkMaxPoints, thinningNote, thinRows } from './thin-rows.ts';

/** What a scatter matrix takes beside its mixture and data. */
export interface ScatterMatrixOptions extends MixtureFigureOptions {
  /** Columns shown at most, at least 2; 5 when absent, fewer where the figure is narrow. They are those in which the components differ most. */
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
  const roomy = Math.max(2, Math.floor((canvas.width - 80) / leastPanel));
  const dimensions = separatingDimensions(mixture, Math.min(maxDimensions, roomy));
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
  const width = panelWidth(axes.length, { width: canvas.width, margins });
  const densities = axes.map((x, dimension) => {
    const values = pickColumns(shownData, [dimension]).data;
    return densityLayers(marginal(shown, [dimension]), values, { x, width });
  });
  const cut = densities.some((layers) => cutPeak(layers, densityAxis(layers)) !== undefined);
  const { layout, texts } = matrixLayout({
    columns: axes.length,
    width: canvas.width,
    height: canvas.height,
    margins,
    legend: (lineWidth) => componentLegend(mixture, { labels, names, colors, width: lineWidth }),
    notes: [
      ...columnNote(dimensions.length, columns.length),
      ...thinningNote(rows.length, data.rows),
      ellipseNote,
      'Dashed: the mixture.',
      ...(cut ? ['A peak that rises beyond its panel is cut off.'] : []),
    ],
  });

  const root = figureRoot(canvas, `Scatter matrix of ${axes.map(({ title }) => title).join(', ')}`);
  addMatrixPanels(root, {
    document: canvas.document,
    mixture: shown,
    points: pickRows(shownData, rows),
    pointColors: rowColors(mixture, pickRows(data, rows), { colors }),
    colors,
    labels,
    axes,
    densities,
    layout,
  });
  for (const { block, at } of texts) addBlock(root, block, at);
  return root;
}

/** Panels are no narrower than this: a narrow figure shows fewer columns. In pixels. */
const leastPanel = 72;

function checkMaxDimensions(maxDimensions: number): void {
  if (Number.isInteger(maxDimensions) && maxDimensions >= 2) return;
  throw new GaussmixError(
    'dimensions',
    `scatterMatrixFigure: maxDimensions must be a whole number of at least 2, got ${maxDimensions}. ` +
      'Try densityFigure for one column.',
  );
}

function columnNote(shown: number, columns: number): string[] {
  return shown === columns ? [] : [`The ${shown} of ${columns} columns in which components differ most.`];
}
