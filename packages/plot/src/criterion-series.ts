import type * as Plot from '@observablehq/plot';
import { componentColors } from './component-colors.ts';

/** One cell of a search over models. */
export interface CriterionCell {
  /** K, how many components. */
  readonly components: number;
  /** The name of the covariance structure. */
  readonly covariance: string;
  /** What the criterion says, smaller being better; null when the cell failed. */
  readonly value: number | null;
}

/** The cells of one covariance structure, and how they look. */
export interface CriterionSeries {
  readonly covariance: string;
  readonly color: string;
  readonly symbol: Plot.SymbolType;
  /** How its line is dashed; undefined for a whole line. */
  readonly dash: string | undefined;
  /** Ascending numbers of components. */
  readonly cells: readonly CriterionCell[];
}

const symbols = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross', 'wye'] as const;

/** So many structures have a color and a whole line each; then colors come round with lines dashed otherwise. */
export const mostColors = symbols.length;

const dashes = [undefined, '6 3', '2 2.5'] as const;

/** The structures of a search in the order of their first cells. */
export function criterionSeries(cells: readonly CriterionCell[]): CriterionSeries[] {
  const names = [...new Set(cells.map(({ covariance }) => covariance))];
  const colors = componentColors(mostColors);
  return names.map((covariance, i) => {
    const round = Math.floor(i / mostColors);
    return {
      covariance,
      color: colors[i % mostColors]!,
      // Those of one color differ in their symbols, too.
      symbol: symbols[(i + 3 * round) % mostColors]!,
      dash: dashes[round % dashes.length],
      cells: cells
        .filter((cell) => cell.covariance === covariance)
        .sort((a, b) => a.components - b.components),
    };
  });
}

/** Whether a cell has something to be drawn. */
export function hasValue<T extends CriterionCell>(cell: T): cell is T & { readonly value: number } {
  return cell.value !== null && Number.isFinite(cell.value);
}
