import type { Mixture } from '@gaussmix/distributions';
import { type ComponentFigures, componentFigures, hasCorrelations } from './component-figures.ts';
import { columnFormat, share } from './numbers.ts';

/** What a table of components is made from. */
export interface ComponentTableParts {
  readonly mixture: Mixture;
  /** d names. */
  readonly names: readonly string[];
  /** For each component how many rows are most likely its own, where there are data. */
  readonly rows?: readonly number[];
}

/** A table of texts. */
export interface Cells {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The components, one on each line: label, weight, rows, and `mean ± standard deviation` of each column. */
export function cellsByComponent({ mixture, names, rows }: ComponentTableParts): Cells {
  const figures = componentFigures(mixture);
  const spreads = spreadsOf(figures, names);
  const pair = mixture.dimension === 2 && hasCorrelations(mixture);
  return {
    head: [...['label', 'weight', ...(rows ? ['rows'] : [])], ...names, ...(pair ? ['correlation'] : [])],
    rows: figures.map(({ weight, correlation }, k) => [
      ...[String(k), share(weight), ...(rows ? [String(rows[k])] : [])],
      ...names.map((_, j) => spreads(j, k)),
      ...(pair ? [correlation(0, 1).toFixed(2)] : []),
    ]),
  };
}

/** The same turned over, for many columns: a line for the weights, one for the rows, one for each column. */
export function cellsByColumn({ mixture, names, rows }: ComponentTableParts): Cells {
  const figures = componentFigures(mixture);
  const spreads = spreadsOf(figures, names);
  return {
    head: ['label', ...figures.map((_, k) => String(k))],
    rows: [
      ['weight', ...figures.map(({ weight }) => share(weight))],
      ...(rows ? [['rows', ...rows.map(String)]] : []),
      ...names.map((name, j) => [name, ...figures.map((_, k) => spreads(j, k))]),
    ],
  };
}

/** How column j spreads in component k. */
function spreadsOf(figures: readonly ComponentFigures[], names: readonly string[]) {
  const formats = names.map((_, j) =>
    columnFormat(
      figures.map(({ means }) => means[j]!),
      figures.map(({ deviations }) => deviations[j]!),
    ),
  );
  return (j: number, k: number): string => {
    const { means, deviations } = figures[k]!;
    return `${formats[j]!(means[j]!)} ± ${formats[j]!(deviations[j]!)}`;
  };
}
