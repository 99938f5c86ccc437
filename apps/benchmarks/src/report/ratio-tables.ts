import { type Cell, nameOfCell } from '../cells.ts';
import { geometricMean } from '../compare/ratios.ts';
import { type BenchRecord, mediansOf } from '../compare/record.ts';
import { digits, ratioText } from './ratio-text.ts';
import { table } from './table.ts';

/** A table for each peer and covariance type: a line for each cell, a column for each kind of data and threads. */
export function ratioTables(records: readonly BenchRecord[]): string {
  return [...groups(records, ({ peer }) => peer)]
    .map(([peer, all]) => {
      const tables = [...groups(all, ({ structure }) => structure)].map(
        ([structure, some]) => `${structure}:\n\n${ratioTable(some)}`,
      );
      return `### ${peer} / gaussmix\n\n${tables.join('\n\n')}`;
    })
    .join('\n\n');
}

/** A table of the comparisons of one peer on one covariance type, with geometric means and, below, what failed. */
export function ratioTable(records: readonly BenchRecord[]): string {
  const columns = [...groups(records, columnOf)];
  const rows = [...groups(records, ({ cell }) => nameOfCell(cell))];
  const failures: string[] = [];
  const lines = rows.map(([, inRow]) => [
    sizes(inRow[0]!.cell),
    ...columns.map(([column]) => {
      const record = inRow.find((candidate) => columnOf(candidate) === column);
      if (record === undefined) return '';
      if ('ratio' in record.comparison) return ratioText(record.comparison.ratio);
      return `none [${failures.push(`${sizes(record.cell)}, ${column}: ${record.comparison.failure}`)}]`;
    }),
  ]);
  const means = columns.map(([, inColumn]) => `**${digits(geometricMean(mediansOf(inColumn)))}**`);
  const whole = table(
    ['n, d, K', ...columns.map(([column]) => column)],
    [...lines, ['**geometric mean**', ...means]],
  );
  return [whole, ...failures.map((failure, i) => `[${i + 1}] ${failure}.`)].join('\n\n');
}

function columnOf({ kind, threads }: BenchRecord): string {
  return `${kind}, ${threads} and ${threads} threads`;
}

/** A cell as tables write it. */
export function sizes({ rows, columns, components }: Cell): string {
  return `${rows.toLocaleString('en-US')}, ${columns}, ${components}`;
}

/** Items by a key, in order of appearance. */
export function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const grouped = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    grouped.set(key, [...(grouped.get(key) ?? []), item]);
  }
  return grouped;
}
