import Table from 'cli-table3';
import type { Cells } from './component-cells.ts';

/** What stands in a table: texts, which may be styled. */
export interface TextTable extends Cells {
  /** For each column whether it holds text, which stands left; numbers stand right. */
  readonly left?: readonly number[];
  /** Characters between two columns; 3 when absent. */
  readonly gap?: number;
}

const noBorders = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map((place) => [place, '']),
);

/** A table in columns, without lines between them, indented by two. @returns lines, without an end of line */
export function textTable({ head, rows, left = [], gap = 3 }: TextTable): string {
  const table = new Table({
    chars: { ...noBorders, middle: ' '.repeat(gap) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: head.map((_, j) => (left.includes(j) ? 'left' : 'right')),
  });
  table.push([...head], ...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

/** The width of a table in characters, its style not counted. */
export function widthOfTable({ head, rows }: Cells, gap = 3): number {
  const widths = head.map((title, j) => Math.max(title.length, ...rows.map((row) => row[j]!.length)));
  return 2 + widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1);
}
