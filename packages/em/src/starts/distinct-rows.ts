import { GaussmixError } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';

/**
 * Refuses more components than there are different rows: a recipe would have no rows to give to some of them.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError "components"
 */
export function requireDistinctRows({ data, columns }: Matrix, components: number, where: string): void {
  const seen = new Set<string>();
  for (let at = 0; at < data.length && seen.size < components; at += columns) {
    seen.add(data.subarray(at, at + columns).join());
  }
  if (seen.size >= components) return;
  throw new GaussmixError(
    'components',
    `${where}: components must be at most the number of different rows (${seen.size}), got ${components}. ` +
      'Try fewer components.',
  );
}
