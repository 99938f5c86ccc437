import type { CriterionName } from '@gaussmix/model-selection';
import { isDoubtful, type SelectionCell } from '../fitting/selection-cell.ts';

/** A selection by structures and numbers of components. */
export interface SelectionMatrix {
  /** Labels of the structures, in the order tried. */
  readonly structures: readonly string[];
  /** Numbers of components, in the order tried. */
  readonly counts: readonly number[];
  /** The cells that were tried, by structure and count. */
  cellOf(structure: string, components: number): SelectionCell | undefined;
}

/** Arranges the cells of a selection. */
export function selectionMatrix(cells: readonly SelectionCell[]): SelectionMatrix {
  const keyOf = (structure: string, components: number) => `${components} ${structure}`;
  const byKey = new Map(cells.map((cell) => [keyOf(cell.covariance, cell.components), cell]));
  return {
    structures: [...new Set(cells.map(({ covariance }) => covariance))],
    counts: [...new Set(cells.map(({ components }) => components))],
    cellOf: (structure, components) => byKey.get(keyOf(structure, components)),
  };
}

/** The cells with the smallest costs among those that can win: the winner first. */
export function bestCells(
  cells: readonly SelectionCell[],
  { criterion, winner, most }: { criterion: CriterionName; winner: number; most: number },
): readonly SelectionCell[] {
  const others = cells.filter((cell, i) => i !== winner && isRival(cell, criterion));
  others.sort((a, b) => a[criterion]! - b[criterion]!);
  return [cells[winner]!, ...others].slice(0, most);
}

function isRival(cell: SelectionCell, criterion: CriterionName): boolean {
  return Number.isFinite(cell[criterion]) && !isDoubtful(cell);
}
