import { type Mixture, marginal } from '@gaussmix/distributions';
import type { MatrixLike } from '@gaussmix/linalg';
import { checkDimensions } from './check-dimensions.ts';
import { columnAxis } from './column-axis.ts';
import { componentColors } from './component-colors.ts';
import { componentLegend } from './component-legend.ts';
import { cutPeak, densityAxis, densityLayers, densityMarks } from './density-marks.ts';
import { figureData, type MixtureFigureOptions } from './figure-data.ts';
import { canvasOf } from './figure-options.ts';
import { formatNumber } from './format-number.ts';
import { pickColumns } from './pick-columns.ts';
import { stackedFigure } from './stacked-figure.ts';

/** What a density figure takes beside its mixture and data. */
export interface DensityOptions extends MixtureFigureOptions {
  /** The column, counted from 0; 0 when absent. */
  readonly dimension?: number;
}

/**
 * One column of the data as a histogram, the mixture's density over it, and what each component adds to that.
 *
 * @param x  n x d, in the mixture's units
 * @returns an SVG element, 640 x 360 when no size is given
 * @throws GaussmixError "document", "size", "empty", "not-finite", "shape" or "dimensions"
 */
export function densityFigure(mixture: Mixture, x: MatrixLike, options: DensityOptions): SVGSVGElement {
  const canvas = canvasOf(options, 'densityFigure', { width: 640, height: 360 });
  const { x: data, columns, labels, names } = figureData(mixture, x, options, 'densityFigure');
  const { dimension = 0 } = options;
  checkDimensions([dimension], mixture.dimension, 'densityFigure');
  const single = marginal(mixture, [dimension]);
  const values = pickColumns(data, [dimension]);
  const across = columnAxis(single, values, { dimension: 0, reach: 3, name: columns[dimension]! });
  const layers = densityLayers(single, values.data, { x: across, width: canvas.width });
  const up = densityAxis(layers);
  const colors = componentColors(labels.length);
  return stackedFigure(canvas, {
    description: `Histogram of ${across.title} with the density of the mixture and of its components`,
    legend: (width) => componentLegend(mixture, { labels, names, colors, width }),
    notes: [
      'Dashed: the mixture. Colored: its components, times their weights.',
      ...cutNote(cutPeak(layers, up)),
    ],
    chart: { x: across, y: up, marks: densityMarks(layers, { x: across, y: up, colors }) },
  });
}

function cutNote(peak: number | undefined): string[] {
  return peak === undefined ? [] : [`A peak rises beyond the axis, to ${formatNumber(peak, 3)}.`];
}
