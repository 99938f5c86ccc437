import type { CriterionName } from '@gaussmix/model-selection';
import {
  criterionFigure,
  densityFigure,
  figureToString,
  scatterFigure,
  scatterMatrixFigure,
  traceFigure,
} from '@gaussmix/plot';
import { parseHTML } from 'linkedom';
import type { FitResult } from '../fitting/fit-result.ts';
import { isDoubtful, type SelectionCell } from '../fitting/selection-cell.ts';
import { html, type Markup, trusted } from './html.ts';

/** A figure at some size, in CSS pixels. */
type Draw = (size: {
  readonly width: number;
  readonly height: number;
  readonly document: Document;
}) => SVGSVGElement;

/** Width of a figure on a telephone: there its text stays as large as the page's. */
const narrowWidth = 340;

/** More structures than this need the whole width. */
const mostInHalf = 7;

/** Height of a line of a legend. */
const legendRow = 22;

/**
 * A figure drawn twice, for a wide and for a narrow page, of which the style sheet shows one.
 *
 * @param ratio  height by width of the narrow one
 */
function figure(draw: Draw, size: { width: number; height: number; ratio: number }): Markup {
  const { document } = parseHTML('');
  const at = (width: number, height: number) => trusted(figureToString(draw({ width, height, document })));
  return html`<figure>
<div class="wide">${at(size.width, size.height)}</div>
<div class="narrow">${at(narrowWidth, Math.round(narrowWidth * size.ratio))}</div>
</figure>`;
}

/** The data under the mixture: a density for one column, a scatter and two densities for two, else a matrix. */
export function dataFigures({ mixture, x, names }: FitResult): Markup {
  const columns = names;
  // A legend of many components takes room from the chart below it.
  const legend = legendRow * Math.floor((mixture.weights.length - 1) / 5);
  const density = (dimension: number, width: number, height: number) =>
    figure((size) => densityFigure(mixture, x, { ...size, columns, dimension }), {
      width,
      height: height + legend,
      ratio: 0.85 + legend / narrowWidth,
    });
  if (mixture.dimension === 1) return density(0, 960, 420);
  if (mixture.dimension === 2) {
    const scatter = figure((size) => scatterFigure(mixture, x, { ...size, columns }), {
      ...{ width: 580, height: 560 },
      ratio: 1.1,
    });
    return html`<div class="beside">${scatter}<div>${density(0, 380, 276)}${density(1, 380, 276)}</div></div>`;
  }
  return figure((size) => scatterMatrixFigure(mixture, x, { ...size, columns, maxPoints: 1000 }), {
    ...{ width: 960, height: 960 },
    ratio: 1.2,
  });
}

/**
 * The criterion that chose and one to compare it with, for every model that was tried. Those whose likelihood is no
 * evidence are left out. Of many structures the one that chose alone.
 */
export function selectionFigures({ cells, winner, criterion }: NonNullable<FitResult['selection']>): Markup {
  const many = new Set(cells.map(({ covariance }) => covariance)).size > mostInHalf;
  const areSound = cells.some((cell) => cell.error === undefined && !isDoubtful(cell));
  const isDrawn = (cell: SelectionCell) => !areSound || !isDoubtful(cell) || cell === cells[winner];
  const one = (name: CriterionName) => {
    const points = cells.map((cell) => ({
      ...cell,
      value: (isDrawn(cell) ? cell[name] : undefined) ?? null,
    }));
    return figure((size) => criterionFigure(points, { ...size, criterion: name }), {
      ...(many ? { width: 960, height: 560 } : { width: 480, height: 360 }),
      ratio: many ? 1.25 : 1,
    });
  };
  if (many) return one(criterion);
  return html`<div class="halves">${one(criterion)}${one(criterion === 'aic' ? 'bic' : 'aic')}</div>`;
}

/** The log-likelihood after each iteration. */
export function likelihoodFigure({ trace }: FitResult): Markup {
  return figure((size) => traceFigure(trace, size), { width: 960, height: 300, ratio: 0.75 });
}
