import { type Cells, type ComponentTableParts, cellsByColumn, cellsByComponent } from './component-cells.ts';
import { errorCells, errorCellsByColumn } from './error-cells.ts';
import type { Style } from './style.ts';
import { textTable, widthOfTable } from './text-table.ts';

/** How a table of components is laid out. */
export interface TableLayout {
  /** In characters. */
  readonly width: number;
  readonly style: Style;
}

const longestName = 24;
const mostLines = 32;

/**
 * The components: weight, rows, and mean and standard deviation of each column. One line for each component; where
 * that is too wide, one line for each column of the data, and as many components as there is room for.
 *
 * @returns lines
 */
export function componentTable(parts: ComponentTableParts, { width, style }: TableLayout): string {
  const short = { ...parts, names: parts.names.map(shortName) };
  return fittingTable({ whole: cellsByComponent(short), turned: cellsByColumn(short) }, { width, style });
}

/** The standard errors of weights and means, laid out like the components. @returns lines */
export function errorTable(
  errors: Parameters<typeof errorCells>[0],
  names: readonly string[],
  layout: TableLayout,
): string {
  const short = names.map(shortName);
  return fittingTable(
    { whole: errorCells(errors, short), turned: errorCellsByColumn(errors, short) },
    layout,
  );
}

/** A table with a component on each line, or turned over and cut where that is too wide. */
function fittingTable(
  { whole, turned }: { whole: Cells; turned: Cells },
  { width, style }: TableLayout,
): string {
  if (widthOfTable(whole) <= width) return textTable(styled(whole, style));
  let components = turned.head.length - 1;
  while (components > 1 && widthOfTable(cutTo(turned, components)) > width) components--;
  const missing = [
    ...counted(turned.head.length - 1 - components, 'component'),
    ...counted(turned.rows.length - mostLines, 'column'),
  ];
  const note = missing.length > 0 ? `\n  ${style.dim(`and ${missing.join(' and ')} more: see --json`)}` : '';
  return textTable({ ...styled(cutTo(turned, components), style), left: [0] }) + note;
}

function cutTo({ head, rows }: Cells, components: number): Cells {
  return {
    head: head.slice(0, components + 1),
    rows: rows.slice(0, mostLines).map((row) => row.slice(0, components + 1)),
  };
}

function counted(n: number, noun: string): string[] {
  return n > 0 ? [`${n} ${noun}${n === 1 ? '' : 's'}`] : [];
}

function styled({ head, rows }: Cells, style: Style): Cells {
  return { head: head.map((title) => style.bold(title)), rows };
}

/** A name cut in the middle: names that are long often differ at their ends. */
function shortName(name: string): string {
  const half = longestName / 2;
  return name.length > longestName ? `${name.slice(0, half)}…${name.slice(1 - half)}` : name;
}
