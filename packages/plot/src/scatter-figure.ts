import { type Mixture, marginal } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { bareFigure } from './bare-figure.ts';
import { checkDimensions } from './check-dimensions.ts';
import { columnAxis } from './column-axis.ts';
import { componentColors } from './component-colors.ts';
import { componentLegend } from './component-legend.ts';
import { ellipseLevel } from './ellipse-level.ts';
import { figureData, type MixtureFigureOptions, requireCount } from './figure-data.ts';
import { canvasOf } from './figure-options.ts';
import { pickColumns } from './pick-columns.ts';
import { pickRows } from './pick-rows.ts';
import { rowColors } from './row-colors.ts';
import { ellipseNote, ellipseShares, scatterMarks } from './scatter-marks.ts';
import { stackedFigure } from './stacked-figure.ts';
import { checkMaxPoints, thinningNote, thinRows } from './thin-rows.ts';

/** What a scatter takes beside its mixture and data. */
export interface ScatterOptions extends MixtureFigureOptions {
  /** The columns across and up, counted from 0; [0, 1] when absent. */
  readonly dimensions?: readonly [number, number];
  /** n x K posterior probabilities, where they are at hand; computed when absent. */
  readonly posteriors?: MatrixLike;
  /** Points drawn at most; 5000 when absent. The figure says when it leaves some out. */
  readonly maxPoints?: number;
  /**
   * Least and greatest value that the axes show at least, across and up, in the data's units: the same for figures that stand
   * beside one another. Rows and ellipses that reach beyond widen it.
   */
  readonly extent?: readonly [readonly [number, number], readonly [number, number]];
  /** For small pictures: the chart alone, from edge to edge, without ticks, titles, legend and notes. */
  readonly bare?: boolean;
}

/** The disc at a mean of a bare figure, in pixels: without a label. */
const smallDisc = 4;

/**
 * Two columns of the data under a mixture. The color of a point mixes those of the components by its posterior
 * probabilities; each component of the marginal has its mean marked and ellipses that hold 50% and 95% of it.
 *
 * @param x  n x d, in the mixture's units
 * @returns an SVG element, 640 x 480 when no size is given
 * @throws GaussmixError "document", "size", "empty", "not-finite", "shape", "dimensions", "points" or "extent"
 */
export function scatterFigure(mixture: Mixture, x: MatrixLike, options: ScatterOptions): SVGSVGElement {
  const canvas = canvasOf(options, 'scatterFigure', { width: 640, height: 480 });
  const { x: data, columns, labels, names } = figureData(mixture, x, options, 'scatterFigure');
  const { dimensions = [0, 1], maxPoints = 5000, extent, bare = false } = options;
  checkDimensions(dimensions, mixture.dimension, 'scatterFigure');
  checkMaxPoints(maxPoints, 2, 'scatterFigure');
  checkExtent(extent);
  const posteriors = checkedPosteriors(options.posteriors, { rows: data.rows, components: labels.length });

  const pair = marginal(mixture, dimensions);
  const pairData = pickColumns(data, dimensions);
  const rows = thinRows(pairData, maxPoints);
  const colors = componentColors(labels.length);
  const pointColors = rowColors(mixture, pickRows(data, rows), {
    colors,
    posteriors: posteriors && pickRows(posteriors, rows),
  });
  const reach = ellipseLevel(Math.max(...ellipseShares));
  const axis = (dimension: 0 | 1) =>
    columnAxis(pair, pairData, {
      ...{ dimension, reach, name: columns[dimensions[dimension]]! },
      extent: extent?.[dimension],
    });
  const [across, up] = [axis(0), axis(1)];
  const description = `Scatter of ${across.title} and ${up.title} with component ellipses`;
  const marks = scatterMarks({
    points: pickRows(pairData, rows),
    pointColors,
    mixture: pair,
    colors,
    labels,
    x: across,
    y: up,
    discRadius: bare ? smallDisc : 8,
  });
  const chart = { x: across, y: up, marks };
  if (bare) return bareFigure(canvas, { description, chart });
  return stackedFigure(canvas, {
    description,
    legend: (width) => componentLegend(mixture, { labels, names, colors, width }),
    notes: [...thinningNote(rows.length, data.rows), ellipseNote],
    chart,
  });
}

function checkedPosteriors(
  posteriors: MatrixLike | undefined,
  { rows, components }: { rows: number; components: number },
): Matrix | undefined {
  if (posteriors === undefined) return undefined;
  const matrix = asMatrix(posteriors, 'scatterFigure');
  requireCount('scatterFigure', {
    what: 'posteriors must have a row for each row of x',
    wanted: rows,
    got: matrix.rows,
  });
  requireCount('scatterFigure', {
    what: 'posteriors must have a column for each component',
    wanted: components,
    got: matrix.columns,
  });
  return matrix;
}

function checkExtent(extent: ScatterOptions['extent']): void {
  const isStretch = ([low, high]: readonly [number, number]) =>
    low > -Infinity && low <= high && high < Infinity;
  if (extent === undefined || extent.every(isStretch)) return;
  const got = extent.map(([low, high]) => `[${low}, ${high}]`).join(', ');
  throw new GaussmixError(
    'extent',
    `scatterFigure: extent must be [low, high] across and up, finite and low not above high, got [${got}].`,
  );
}
