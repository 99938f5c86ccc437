import { GaussmixError } from '@gaussmix/kernels';
import * as Plot from '@observablehq/plot';
import { type Axis, axisBetween, axisOf } from './axis.ts';
import { onAxis } from './axis-units.ts';
import type { Block } from './block.ts';
import { componentColors } from './component-colors.ts';
import { canvasOf, type FigureOptions } from './figure-options.ts';
import { flowLayout } from './flow-layout.ts';
import { stackedFigure } from './stacked-figure.ts';
import { fitText, textWidth, theme } from './theme.ts';

/** One cell of a search over models. */
export interface CriterionCell {
  /** K, how many components. */
  readonly components: number;
  /** The name of the covariance structure. */
  readonly covariance: string;
  /** What the criterion says, smaller being better; null when the cell failed. */
  readonly value: number | null;
}

/** What a criterion figure takes beside its cells. */
export interface CriterionOptions extends FigureOptions {
  /** The criterion's name, such as "bic". */
  readonly criterion: string;
}

/** A cell that has a value, and the look of its structure. */
interface Dot extends Structure {
  readonly components: number;
  readonly value: number;
}

/** A covariance structure in the figure: line, symbol and legend. */
interface Structure {
  readonly covariance: string;
  readonly color: string;
  readonly symbol: Plot.SymbolType;
}

const symbols = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross', 'wye'] as const;

/**
 * A criterion against the number of components, one line for each covariance structure, the best cell marked.
 * A cell that failed leaves a gap in its line and is named below.
 *
 * @param cells  in any order
 * @returns an SVG element, 640 x 360 when no size is given
 * @throws GaussmixError "document", "size", or "empty" when no cell has a value
 */
export function criterionFigure(cells: readonly CriterionCell[], options: CriterionOptions): SVGSVGElement {
  const canvas = canvasOf(options, 'criterionFigure', { width: 640, height: 360 });
  const title = options.criterion.toUpperCase();
  const structures = structuresOf(cells);
  const dots = dotsOf(cells, structures);
  const best = dots.reduce((winner, dot) => (dot.value < winner.value ? dot : winner));
  const counts = [...new Set(cells.map(({ components }) => components))].sort((a, b) => a - b);
  const x = axisBetween('components', counts[0]! - 0.5, counts.at(-1)! + 0.5);
  const values = dots.map(({ value }) => value);
  // The label of the best cell stands below it: 26 pixels, in about the height that the chart will have.
  const padding = Math.min(0.5, 26 / Math.max(80, canvas.height - 222));
  const y = axisOf({ name: title, low: Math.min(...values), high: Math.max(...values), padding });
  return stackedFigure(canvas, {
    description: `${title} by number of components; smallest for ${best.covariance} with ${best.components}`,
    legend: (width) => structureLegend(structures, width),
    notes: [`Ringed: the smallest ${title}, which is best.`, ...failureNote(cells)],
    chart: {
      x,
      y,
      xTicks: thinTicks(counts, canvas.width),
      marks: [
        ...structures.flatMap((structure) => lineMarks(structure, { cells, y })),
        ...bestMarks(best, y),
      ],
    },
  });
}

function structuresOf(cells: readonly CriterionCell[]): Structure[] {
  const names = [...new Set(cells.map(({ covariance }) => covariance))];
  const colors = componentColors(names.length);
  return names.map((covariance, i) => ({
    covariance,
    color: colors[i]!,
    symbol: symbols[i % symbols.length]!,
  }));
}

function isValue(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}

function dotsOf(cells: readonly CriterionCell[], structures: readonly Structure[]): Dot[] {
  const dots = structures.flatMap((structure) =>
    cells.flatMap(({ covariance, components, value }) =>
      covariance === structure.covariance && isValue(value) ? [{ ...structure, components, value }] : [],
    ),
  );
  if (dots.length > 0) return dots;
  throw new GaussmixError(
    'empty',
    `criterionFigure: at least one cell must have a finite value, got ${cells.length} without.`,
  );
}

/** A line that breaks where a cell failed, and a symbol at each cell. */
function lineMarks(
  structure: Structure,
  { cells, y }: { cells: readonly CriterionCell[]; y: Axis },
): Plot.Markish[] {
  const row = cells
    .filter(({ covariance }) => covariance === structure.covariance)
    .sort((a, b) => a.components - b.components)
    .map(({ components, value }) => ({ components, place: isValue(value) ? onAxis(value, y.units) : null }));
  const { color, symbol } = structure;
  return [
    Plot.line(row, {
      x: 'components',
      y: 'place',
      stroke: color,
      strokeWidth: 1.75,
      className: 'gaussmix-line',
    }),
    Plot.dot(
      row.filter(({ place }) => place !== null),
      { x: 'components', y: 'place', fill: color, r: 4, symbol, className: 'gaussmix-cells' },
    ),
  ];
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

function structureLegend(structures: readonly Structure[], width: number): Block {
  const names = structures.map(({ covariance }) => fitText(covariance, width - 30));
  const places = flowLayout(
    names.map((name) => textWidth(name) + 30),
    width,
  );
  const entries = structures.map((structure, i) => ({
    ...structure,
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

function failureNote(cells: readonly CriterionCell[]): string[] {
  const failed = cells.filter(({ value }) => !isValue(value));
  const named = failed.slice(0, 6).map(({ covariance, components }) => `${covariance} ${components}`);
  const rest = failed.length - named.length;
  return failed.length === 0 ? [] : [`Left out: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`];
}
