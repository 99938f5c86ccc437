import type { Fit } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { aic } from './aic.ts';
import { bic } from './bic.ts';
import type { Cell, CellResult, CellSpec, FittedCell } from './cell.ts';
import { icl } from './icl.ts';
import type { Search } from './plan-search.ts';
import { doubtsAbout } from './reuse.ts';

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

/**
 * The line of the table for one result; `onCell` is told.
 *
 * @param at  which spec of the search
 * @param known  results of other cells, as far as there are any
 */
export function judge(search: Search, at: number, { result, known }: Verdict): Judged {
  const { specs, onCell } = search;
  const spec = specs[at]!;
  const single = specs.findIndex(
    ({ components, covariance }) => components === 1 && covariance === spec.covariance,
  );
  const judged = { cell: cellOf(spec, result, { ...search, single: known[single]?.fit }), fit: result.fit };
  onCell(judged.cell);
  return judged;
}

/** What came of a cell, and of others. */
interface Verdict {
  readonly result: CellResult;
  readonly known: readonly (CellResult | undefined)[];
}

function cellOf(
  { components, covariance, options }: CellSpec,
  { fit, error }: CellResult,
  { criterion, x, single }: Pick<Search, 'criterion' | 'x'> & { single: Fit | undefined },
): Cell {
  const name = typeof covariance === 'string' ? covariance : covariance.name;
  if (fit === undefined) return { components, covariance: name, error };
  const { logLikelihood, parameters, iterations, converged, warnings } = fit;
  const context = { x, options: { ...options, components, covariance }, ...(single && { single }) };
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
    value: criterion.cost(fit, context),
    warnings,
  };
}

/**
 * The table, and the cell that won: the cheapest of those without a component that has collapsed or looks spurious. One
 * with such a component is cheap for the wrong reason, as its likelihood has no bound. It wins where there is no other, or
 * where it explains the rows better by more than half a nat a row for each such component, which no few rows can bring
 * about: then its groups are narrow, or lie far apart.
 *
 * @param all  one for each spec of the search, in the same order
 */
export function concludeSearch({ where }: Search, all: readonly Judged[]): MixtureSelection {
  const table = all.map(({ cell }) => cell);
  const fitted = all.flatMap(({ cell, fit }) =>
    fit && cell.error === undefined ? [{ best: fit, bestCell: cell }] : [],
  );
  const sound = cheapest(fitted.filter(({ best }) => doubtsAbout(best) === 0));
  const any = cheapest(fitted.filter(({ best }) => !hasCollapsed(best) && isDecisive(best, sound?.best)));
  const winner = any ?? sound ?? cheapest(fitted);
  if (winner === undefined) throw nothingFitted(where, table);
  return { ...winner, table };
}

type Candidate = Pick<MixtureSelection, 'best' | 'bestCell'>;

/** The earlier of two that cost the same. */
function cheapest(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((least, candidate) => {
    const { value } = candidate.bestCell;
    if (least === undefined || Number.isNaN(least.bestCell.value)) return candidate;
    return value < least.bestCell.value ? candidate : least;
  }, undefined);
}

/** Whether a fit needs no excuse, or explains so much more than the best of those that need none. */
function isDecisive(fit: Fit, sound: Fit | undefined): boolean {
  const doubts = doubtsAbout(fit);
  return doubts === 0 || !sound || fit.logLikelihood - sound.logLikelihood > (doubts * fit.rows) / 2;
}

function hasCollapsed({ warnings }: Fit): boolean {
  return warnings.some(({ code }) => code === 'collapsed');
}

function nothingFitted(where: string, table: readonly Cell[]): GaussmixError {
  const reasons = table.map((cell) => `  ${cell.components} x ${cell.covariance}: ${cell.error}`);
  return new GaussmixError(
    'nothing-fitted',
    `${where}: at least one of the ${table.length} cells must be fitted, got none.\n${reasons.join('\n')}`,
  );
}
