import { type Cell, isDoubtful } from './cells.ts';

/**
 * What a failure or a doubt about a fit comes from, in numbers; undefined for a sound fit.
 *
 * @param size  how many rows and columns were fitted
 */
export function meaningOf(
  cell: Cell,
  { rows, columns }: { rows: number; columns: number },
): string | undefined {
  if (cell.fit && !isDoubtful(cell)) return undefined;
  const each = rows / cell.components;
  const share =
    cell.components === 1
      ? `One component has all ${rows} rows`
      : `${cell.components} components share ${rows} rows, ${each.toFixed(1)} each on average`;
  const sheet =
    'With no more rows than columns they lie in a flat sheet without thickness, where the density has no bound';
  return `What it means: ${share}; a full covariance of ${columns} ${columns === 1 ? 'column' : 'columns'} needs more than ${columns}. ${sheet}.`;
}
