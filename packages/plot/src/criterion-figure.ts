import { GaussmixError } from '@gaussmix/kernels';
import * as Plot from '@observablehq/plot';
import { type Axis, axisBetween, axisOf } from './axis.ts';
import { onAxis } from './axis-units.ts';
import type { Block } from './block.ts';
import { lineMarks } from './criterion-lines.ts';
import {
  type CriterionCell,
  type CriterionSeries,
  criterionSeries,
  hasValue,
  mostColors,
} from './criterion-series.ts';
import { endLabels } from './end-labels.ts';
import { canvasOf, type FigureOptions } from './figure-options.ts';
import { flowLayout } from './flow-layout.ts';
import { stackedFigure } from './stacked-figure.ts';
import { fitText, textWidth, theme } from './theme.ts';

/** What a criterion figure takes beside its cells. */
export interface CriterionOptions extends FigureOptions {
  /** The criterion's name, such as "bic". */
  readonly criterion: string;
}

/** A cell that has a value. */
type Dot = CriterionCell & { readonly value: number };

/**
 * A criterion against the number of components, one line for each covariance structure, the best cell marked.
 * A cell that failed leaves a gap in its line and is named below.
 *
 * More than seven structures are named at the ends of their lines, and the axis reaches only as far as the best cell
 * of each: lines leave the chart at the top.
 *
 * @param cells  in any order
 * @returns an SVG element, 640 x 360 when no size is given
 * @throws GaussmixError "document", "size", or "empty" when no cell has a value
 */
export function criterionFigure(cells: readonly CriterionCell[], options: CriterionOptions): SVGSVGElement {
  const canvas = canvasOf(options, 'criterionFigure', { width: 640, height: 360 });
  const title = options.criterion.toUpperCase();
  const series = criterionSeries(cells);
  const dots = dotsOf(cells);
  const best = dots.reduce((winner, dot) => (dot.value < winner.value ? dot : winner));
  const counts = [...new Set(cells.map(({ components }) => components))].sort((a, b) => a - b);
  const x = axisBetween('components', counts[0]! - 0.5, counts.at(-1)! + 0.5);
  const many = series.length > mostColors;
  const most = many ? mostShown(series, best.value) : Math.max(...dots.map(({ value }) => value));
  // The label of the best cell stands below it: 26 pixels, in about the height that the chart will have.
  const padding = Math.min(0.5, 26 / Math.max(80, canvas.height - (many ? 160 : 222)));
  const y = axisOf({ name: title, low: best.value, high: most, padding });
  return stackedFigure(canvas, {
    description: `${title} by number of components; smallest for ${best.covariance} with ${best.components}`,
    ...(many ? { side: endLabels(series, { x, y }) } : { legend: (width) => seriesLegend(series, width) }),
    notes: [`Ringed: the smallest ${title}, which is best.`, ...aboveNote(dots, y), ...failureNote(cells)],
    chart: {
      x,
      y,
      xTicks: thinTicks(counts, canvas.width),
      marks: [...series.flatMap((one) => lineMarks(one, y)), ...bestMarks(best, y)],
    },
  });
}

function dotsOf(cells: readonly CriterionCell[]): Dot[] {
  const dots = cells.filter(hasValue);
  if (dots.length > 0) return dots;
  throw new GaussmixError(
    'empty',
    `criterionFigure: at least one cell must have a finite value, got ${cells.length} without.`,
  );
}

/**
 * The largest value that is shown of many structures: each structure's best cell is, and its last one unless it lies
 * more than twice as high as all of those.
 */
function mostShown(series: readonly CriterionSeries[], best: number): number {
  const lists = series
    .map(({ cells }) => cells.filter(hasValue).map(({ value }) => value))
    .filter((values) => values.length > 0);
  const least = Math.max(...lists.map((values) => Math.min(...values)));
  const limit = best + 2 * (least - best);
  const last = lists.map((values) => values.at(-1)!).filter((value) => value <= limit);
  const all = Math.max(...lists.flat());
  return least > best ? Math.max(least, ...last) : all;
}

function bestMarks(best: Dot, y: Axis): Plot.Markish[] {
  const place = { x: [best.components], y: [onAxis(best.value, y.units)] };
  return [
    Plot.dot([best], { ...place, r: 9, stroke: 'currentColor', strokeWidth: 2, className: 'gaussmix-best' }),
    Plot.text([`${best.covariance}, ${best.components}`], {
      ...place,
      dy: 20,
      fontWeight: theme.titleWeight,
      className: 'gaussmix-best-label',
    }),
  ];
}

function seriesLegend(series: readonly CriterionSeries[], width: number): Block {
  const names = series.map(({ covariance }) => fitText(covariance, width - 30));
  const places = flowLayout(
    names.map((name) => textWidth(name) + 30),
    width,
  );
  const entries = series.map((one, i) => ({
    ...one,
    name: names[i]!,
    x: places[i]!.left,
    y: theme.legendRow * (places[i]!.line + 0.5),
  }));
  return {
    width,
    height: theme.legendRow * (1 + places.at(-1)!.line),
    marks: [
      ...entries.map(({ x, y, color, symbol }) =>
        Plot.dot([x + 6], { x: [x + 6], y: [y], fill: color, r: 4.5, symbol, className: 'gaussmix-legend' }),
      ),
      Plot.text(entries, {
        x: 'x',
        y: 'y',
        dx: 18,
        text: 'name',
        textAnchor: 'start',
        className: 'gaussmix-structures',
      }),
    ],
  };
}

/** As many of the counts as have room for their labels, the first among them. */
function thinTicks(counts: readonly number[], width: number): number[] {
  const step = Math.ceil((counts.length * 40) / width);
  return counts.filter((_, i) => i % step === 0);
}

function aboveNote(dots: readonly Dot[], y: Axis): string[] {
  const above = dots.filter(({ value }) => onAxis(value, y.units) > y.domain[1]).length;
  if (above === 0) return [];
  return [above === 1 ? '1 cell lies above the chart.' : `${above} cells lie above the chart.`];
}

function failureNote(cells: readonly CriterionCell[]): string[] {
  const failed = cells.filter((cell) => !hasValue(cell));
  const named = failed.slice(0, 6).map(({ covariance, components }) => `${covariance} ${components}`);
  const rest = failed.length - named.length;
  return failed.length === 0 ? [] : [`Left out: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`];
}
