import type { FitResult } from '../fitting/fit-result.ts';
import { hasCollapsed, isDoubtful, type SelectionCell } from '../fitting/selection-cell.ts';
import { costText, nats } from './numbers.ts';
import { bestCells, selectionMatrix } from './selection-matrix.ts';
import type { Style } from './style.ts';
import { textTable, widthOfTable } from './text-table.ts';

type Selection = NonNullable<FitResult['selection']>;

/** How it is laid out. */
interface Layout {
  /** In characters. */
  readonly width: number;
  readonly style: Style;
}

/** More structures than this stand one below the other. */
const mostBeside = 4;

/** Of many models so many are told with all their numbers. */
const mostBest = 3;

/** Reasons of failed cells that are told. */
const mostReasons = 6;

/**
 * The models that were tried, the one that won marked: each with its numbers when there is one structure, else the
 * criterion for every number of components and every structure, and of many the best with their numbers.
 *
 * @returns lines
 */
export function selectionText(selection: Selection, layout: Layout): string[] {
  const { cells, winner, criterion } = selection;
  const { style } = layout;
  const { structures } = selectionMatrix(cells);
  const title = style.bold(`${criterion.toUpperCase()} of ${cells.length} models, smallest is best`);
  if (structures.length === 1) {
    return [
      title,
      listOf(cells, { winner: cells[winner]!, criterion, style }),
      ...footnotes(cells, false, style),
    ];
  }
  if (structures.length <= mostBeside) {
    return [title, gridOf(selection, style), ...footnotes(cells, true, style)];
  }
  const best = bestCells(cells, { criterion, winner, most: mostBest });
  return [
    title,
    matrixOf(selection, layout),
    ...footnotes(cells, true, style),
    '',
    style.bold(`Best ${best.length}`),
    listOf(best, { winner: best[0]!, criterion, style, structures: true }),
  ];
}

/** A line for each of some cells. */
function listOf(cells: readonly SelectionCell[], told: ListTelling): string {
  const { winner, criterion, style, structures = false } = told;
  const isOwn = (['aic', 'bic', 'icl'] as const).some((name) => name === criterion);
  const head = [
    ...(structures ? ['covariance'] : []),
    ...['components', 'log-likelihood', 'parameters', 'AIC', 'BIC', 'ICL'],
    ...(isOwn ? [] : [criterion.toUpperCase()]),
    ...['iterations', ''],
  ];
  const rows = cells.map((cell) => {
    const row = [
      ...(structures ? [cell.covariance] : []),
      ...[String(cell.components), textOf(cell.logLikelihood, nats), textOf(cell.parameters, String)],
      ...[cell.aic, cell.bic, cell.icl].map((cost) => textOf(cost, nats)),
      ...(isOwn ? [] : [textOf(cell[criterion], (cost) => costText(criterion, cost))]),
      textOf(cell.iterations, String),
    ];
    const remark = cell === winner ? '◀ best' : remarkOf(cell);
    return cell === winner ? [...row, remark].map(style.good) : [...row, style.bad(remark)];
  });
  return textTable({ head: head.map(style.dim), rows, left: [...(structures ? [0] : []), head.length - 1] });
}

/** How a list is told. */
interface ListTelling {
  readonly winner: SelectionCell;
  readonly criterion: Selection['criterion'];
  readonly style: Style;
  /** Whether there are several structures, to be named. */
  readonly structures?: boolean;
}

function textOf(value: number | undefined, text: (value: number) => string): string {
  return value === undefined ? '' : text(value);
}

/** A few structures side by side. */
function gridOf({ cells, winner, criterion }: Selection, style: Style): string {
  const { structures, counts, cellOf } = selectionMatrix(cells);
  const rows = counts.map((components) => [
    String(components),
    ...structures.map((structure) => {
      const cell = cellOf(structure, components)!;
      const value = cell[criterion];
      if (value === undefined) return style.bad('failed  ');
      const text = costText(criterion, value);
      return cell === cells[winner] ? style.good(`${text} ◀`) : `${text} ${style.bad(markOf(cell))}`;
    }),
  ]);
  return textTable({ head: ['components', ...structures.map((name) => `${name}  `)].map(style.dim), rows });
}

/** Many structures, a line each, with as many decimals as there is room for. */
function matrixOf({ cells, winner, criterion }: Selection, { width, style }: Layout): string {
  const { structures, counts, cellOf } = selectionMatrix(cells);
  const cellText = (cell: SelectionCell, decimals: number): string => {
    const value = cell[criterion];
    if (value === undefined) return 'failed ';
    const text = costText(criterion, value);
    const short = criterion === 'nec' || /[e∞]/.test(text) ? text : value.toFixed(decimals);
    return `${short}${cell === cells[winner] ? '◀' : markOf(cell)}`;
  };
  const tableOf = (decimals: number) => ({
    head: ['components', ...counts.map((count) => `${count} `)],
    rows: structures.map((structure) => [
      structure,
      ...counts.map((count) => cellText(cellOf(structure, count)!, decimals)),
    ]),
  });
  const plain = [2, 1].map(tableOf).find((table) => widthOfTable(table, matrixGap) <= width) ?? tableOf(0);
  const rows = plain.rows.map(([name, ...texts]) => [
    name!,
    ...texts.map((text) => {
      if (text.endsWith('◀')) return style.good(text);
      return /[!? ]$/.test(text) && !/\d $/.test(text) ? style.bad(text) : text;
    }),
  ]);
  return textTable({ head: plain.head.map(style.dim), rows, left: [0], gap: matrixGap });
}

/** Characters between two columns of a matrix. */
const matrixGap = 2;

function remarkOf({ error, warnings = [] }: SelectionCell): string {
  if (error !== undefined) return 'failed';
  const codes = new Set(warnings.map(({ code }) => code));
  return [...codes].map((code) => code.replaceAll('-', ' ')).join(', ');
}

function markOf(cell: SelectionCell): string {
  if (isDoubtful(cell)) return '!';
  return cell.warnings === undefined ? ' ' : '?';
}

/** What the marks say, and why cells failed. */
function footnotes(cells: readonly SelectionCell[], marks: boolean, style: Style): string[] {
  const warned = cells.some((cell) => cell.warnings !== undefined && !isDoubtful(cell));
  const doubtful = cells.some((cell) => isDoubtful(cell) && !hasCollapsed(cell));
  const failed = cells.filter(({ error }) => error !== undefined);
  const reasons = reasonsOf(failed);
  const more = reasons.length - mostReasons;
  return [
    ...(cells.some(hasCollapsed)
      ? [
          `  ${marks ? '! ' : ''}a collapsed component has a likelihood without bound: such a model cannot win`,
        ]
      : []),
    ...(doubtful
      ? [
          `  ${marks ? '! ' : ''}a component of few rows, or of rows that happen to lie close: such a model wins only by far`,
        ]
      : []),
    ...(marks && warned ? ['  ? not converged: --json has the warnings'] : []),
    ...reasons.slice(0, mostReasons),
    ...(more > 0 ? [`  and ${more} more such lines: see --json`] : []),
  ].map(style.dim);
}

/** Why cells failed; those of one structure that failed alike share a line. */
function reasonsOf(failed: readonly SelectionCell[]): string[] {
  const counts = new Map<string, number[]>();
  for (const { components, covariance, error } of failed) {
    const reason = `${covariance}: ${error}`;
    counts.set(reason, [...(counts.get(reason) ?? []), components]);
  }
  return Array.from(counts, ([reason, components]) => `  ${components.join(', ')} ${reason}`);
}
