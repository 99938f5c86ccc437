import type { FitResult } from '../fitting/fit-result.ts';
import { hasCollapsed, type SelectionCell } from '../fitting/selection-cell.ts';
import { nats } from './numbers.ts';
import type { Style } from './style.ts';
import { textTable } from './text-table.ts';

type Selection = NonNullable<FitResult['selection']>;

/**
 * The models that were tried, the one that won marked: each with its numbers when there is one structure, else
 * the criterion for every number of components and every structure.
 *
 * @returns lines
 */
export function selectionText(selection: Selection, style: Style): string[] {
  const { cells, criterion } = selection;
  const structures = [...new Set(cells.map(({ covariance }) => covariance))];
  const title = `${criterion.toUpperCase()} of ${cells.length} models, smallest is best`;
  const table = structures.length === 1 ? listOf(selection, style) : gridOf(selection, { structures, style });
  return [style.bold(title), table, ...footnotes(cells, { marks: structures.length > 1, style })];
}

function listOf({ cells, winner }: Selection, style: Style): string {
  const head = ['components', 'log-likelihood', 'parameters', 'AIC', 'BIC', 'ICL', 'iterations', ''];
  const rows = cells.map((cell, i) => {
    const numbers = [cell.logLikelihood, cell.parameters, cell.aic, cell.bic, cell.icl, cell.iterations];
    const texts = numbers.map((number, j) =>
      number === undefined ? '' : j % 4 === 1 ? String(number) : nats(number),
    );
    const row = [String(cell.components), ...texts];
    const remark = i === winner ? '◀ best' : remarkOf(cell);
    return i === winner ? [...row, remark].map(style.good) : [...row, style.bad(remark)];
  });
  return textTable({ head: head.map(style.dim), rows, left: [head.length - 1] });
}

function gridOf(
  { cells, winner, criterion }: Selection,
  { structures, style }: { structures: readonly string[]; style: Style },
): string {
  const counts = [...new Set(cells.map(({ components }) => components))];
  const rows = counts.map((components) => [
    String(components),
    ...structures.map((structure) => {
      const i = cells.findIndex((cell) => cell.components === components && cell.covariance === structure);
      const cell = cells[i]!;
      const value = cell[criterion];
      if (value === undefined) return style.bad('failed  ');
      if (i === winner) return style.good(`${nats(value)} ◀`);
      return `${nats(value)} ${markOf(cell, style)}`;
    }),
  ]);
  return textTable({ head: ['components', ...structures.map((name) => `${name}  `)].map(style.dim), rows });
}

function remarkOf({ error, warnings = [] }: SelectionCell): string {
  if (error !== undefined) return 'failed';
  const codes = new Set(warnings.map(({ code }) => code));
  return [...codes].map((code) => code.replaceAll('-', ' ')).join(', ');
}

function markOf(cell: SelectionCell, style: Style): string {
  if (hasCollapsed(cell)) return style.bad('!');
  return cell.warnings === undefined ? ' ' : style.bad('?');
}

/** What the marks say, and why cells failed. */
function footnotes(
  cells: readonly SelectionCell[],
  { marks, style }: { marks: boolean; style: Style },
): string[] {
  const collapsed = cells.some(hasCollapsed);
  const warned = cells.some((cell) => cell.warnings !== undefined && !hasCollapsed(cell));
  return [
    ...(collapsed
      ? [
          `  ${marks ? '! ' : ''}a collapsed component has a likelihood without bound: such a model cannot win`,
        ]
      : []),
    ...(marks && warned ? ['  ? not converged, or a component with few rows: --json has the warnings'] : []),
    ...cells
      .filter(({ error }) => error !== undefined)
      .map(({ components, covariance, error }) => `  ${components} ${covariance}: ${error}`),
  ].map(style.dim);
}
