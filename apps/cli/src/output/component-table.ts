import type { Mixture } from '@gaussmix/distributions';
import { type ComponentFigures, componentFigures, hasCorrelations } from './component-figures.ts';
import { columnFormat, share } from './numbers.ts';
import type { Style } from './style.ts';
import { type TextTable, textTable, widthOfTable } from './text-table.ts';

/** What a table of components is made from. */
export interface ComponentTableParts {
  readonly mixture: Mixture;
  /** d names. */
  readonly names: readonly string[];
  /** For each component how many rows are most likely its own, where there are data. */
  readonly rows?: readonly number[];
}

/** How a table of components is laid out. */
export interface TableLayout {
  /** In characters. */
  readonly width: number;
  readonly style: Style;
}

const longestName = 24;
const mostColumns = 30;

/**
 * The components: weight, rows, and mean and standard deviation of each column. One line for each component; where
 * that is too wide, one line for each column of the data.
 *
 * @returns lines
 */
export function componentTable(parts: ComponentTableParts, layout: TableLayout): string {
  const figures = componentFigures(parts.mixture);
  const lying = byComponent(parts, figures);
  if (widthOfTable(lying) <= layout.width) return styled(lying, layout.style);
  return byColumn(parts, { figures, ...layout });
}

function byComponent({ mixture, names, rows }: ComponentTableParts, figures: ComponentFigures[]): TextTable {
  const formats = formatsOf(figures, names);
  const pair = mixture.dimension === 2 && hasCorrelations(mixture);
  return {
    head: [
      ...['label', 'weight', ...(rows ? ['rows'] : [])],
      ...names.map(shortName),
      ...(pair ? ['correlation'] : []),
    ],
    rows: figures.map(({ weight, means, deviations, correlation }, k) => [
      ...[String(k), share(weight), ...(rows ? [String(rows[k])] : [])],
      ...means.map((mean, j) => `${formats[j]!(mean)} ± ${formats[j]!(deviations[j]!)}`),
      ...(pair ? [correlation(0, 1).toFixed(2)] : []),
    ]),
  };
}

function byColumn(
  { names, rows }: ComponentTableParts,
  { figures, width, style }: TableLayout & { figures: ComponentFigures[] },
): string {
  const formats = formatsOf(figures, names);
  const shown = names.slice(0, mostColumns);
  const table = (components: ComponentFigures[]): TextTable => ({
    head: ['label', ...components.map((_, k) => String(k))],
    rows: [
      ['weight', ...components.map(({ weight }) => share(weight))],
      ...(rows ? [['rows', ...components.map((_, k) => String(rows[k]))]] : []),
      ...shown.map((name, j) => [
        shortName(name),
        ...components.map(
          ({ means, deviations }) => `${formats[j]!(means[j]!)} ± ${formats[j]!(deviations[j]!)}`,
        ),
      ]),
    ],
    left: [0],
  });
  let fitting = figures;
  while (fitting.length > 1 && widthOfTable(table(fitting)) > width) fitting = fitting.slice(0, -1);
  const left = [
    ...(fitting.length < figures.length ? [`${figures.length - fitting.length} more components`] : []),
    ...(shown.length < names.length ? [`${names.length - shown.length} more columns`] : []),
  ];
  const note = left.length > 0 ? `\n  ${style.dim(`and ${left.join(' and ')}: see --json`)}` : '';
  return styled(table(fitting), style) + note;
}

function formatsOf(figures: readonly ComponentFigures[], names: readonly string[]) {
  return names.map((_, j) =>
    columnFormat(
      figures.map(({ means }) => means[j]!),
      figures.map(({ deviations }) => deviations[j]!),
    ),
  );
}

function styled(table: TextTable, style: Style): string {
  return textTable({ ...table, head: table.head.map((title) => style.bold(title)) });
}

function shortName(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
