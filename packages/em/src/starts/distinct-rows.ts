import { GaussmixError } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';

/**
 * Refuses more components than there are different rows: a recipe would have no rows to give to some of them.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError "components"
 */
export function requireDistinctRows(rows: Matrix, components: number, where: string): void {
  const different = countDistinctRows(rows, components);
  if (different >= components) return;
  throw new GaussmixError(
    'components',
    `${where}: components must be at most the number of different rows (${different}), got ${components}. ` +
      'Try fewer components.',
  );
}

/** How many different rows there are, as far as it matters whether there are so many. */
export function countDistinctRows({ data, columns }: Matrix, enough: number): number {
  const seen = new Set<string>();
  for (let at = 0; at < data.length && seen.size < enough; at += columns) {
    seen.add(data.subarray(at, at + columns).join());
  }
  return seen.size;
}
