import type { Fit } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { aic } from './aic.ts';
import { bic } from './bic.ts';
import type { Cell, CellResult, CellSpec, FittedCell } from './cell.ts';
import type { Criterion } from './criterion.ts';
import { icl } from './icl.ts';
import type { Search } from './plan-search.ts';

/** What a search found. */
export interface MixtureSelection {
  /** The fit that the criterion prefers. */
  readonly best: Fit;
  /** Its line of the table. */
  readonly bestCell: FittedCell;
  /** Every cell, structure after structure in the order given, and within each the numbers of components. */
  readonly table: readonly Cell[];
}

/** A result and its line of the table. */
export interface Judged {
  readonly cell: Cell;
  /** The fit, unless the cell has an error. */
  readonly fit?: Fit;
}

/** The line of the table for one result; `onCell` is told. */
export function judge({ criterion, onCell }: Search, spec: CellSpec, result: CellResult): Judged {
  const judged = { cell: cellOf(spec, result, criterion), fit: result.fit };
  onCell(judged.cell);
  return judged;
}

function cellOf({ components, covariance }: CellSpec, result: CellResult, criterion: Criterion): Cell {
  const { fit } = result;
  const name = typeof covariance === 'string' ? covariance : covariance.name;
  if (fit === undefined) return { components, covariance: name, error: result.error };
  const { logLikelihood, parameters, iterations, converged, warnings } = fit;
  return {
    components,
    covariance: name,
    logLikelihood,
    parameters,
    iterations,
    converged,
    aic: aic.cost(fit),
    bic: bic.cost(fit),
    icl: icl.cost(fit),
    value: criterion.cost(fit),
    warnings,
  };
}

/**
 * The table, and the cell that won: the cheapest of those without a collapsed component. One with such a
 * component is cheap for the wrong reason, as its likelihood has no bound, and wins only among its like.
 *
 * @param all  one for each spec of the search, in the same order
 */
export function concludeSearch({ where }: Search, all: readonly Judged[]): MixtureSelection {
  const table = all.map(({ cell }) => cell);
  let winner: { best: Fit; bestCell: FittedCell } | undefined;
  for (const { cell, fit } of all) {
    if (fit === undefined || cell.error !== undefined) continue;
    if (winner === undefined || beats(cell, winner.bestCell)) winner = { best: fit, bestCell: cell };
  }
  if (winner === undefined) throw nothingFitted(where, table);
  return { ...winner, table };
}

/** Whether a cell should win over another; of two equally good ones the earlier stays. */
function beats(cell: FittedCell, other: FittedCell): boolean {
  if (hasCollapsed(cell) !== hasCollapsed(other)) return hasCollapsed(other);
  return cell.value < other.value || (Number.isNaN(other.value) && !Number.isNaN(cell.value));
}

function hasCollapsed(cell: FittedCell): boolean {
  return cell.warnings.some((warning) => warning.code === 'collapsed');
}

function nothingFitted(where: string, table: readonly Cell[]): GaussmixError {
  const reasons = table.map((cell) => `  ${cell.components} x ${cell.covariance}: ${cell.error}`);
  return new GaussmixError(
    'nothing-fitted',
    `${where}: at least one of the ${table.length} cells must be fitted, got none.\n${reasons.join('\n')}`,
  );
}
