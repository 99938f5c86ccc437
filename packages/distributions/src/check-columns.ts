import { GaussmixError } from '@gaussmix/kernels';

/**
 * Checks that columns exist and differ.
 *
 * @param d  how many columns there are
 * @param where  the name that errors begin with
 * @throws GaussmixError "columns"
 */
export function checkColumns(columns: readonly number[], d: number, where: string): void {
  const valid = (column: number) => Number.isInteger(column) && column >= 0 && column < d;
  if (columns.length > 0 && columns.every(valid) && new Set(columns).size === columns.length) return;
  throw new GaussmixError(
    'columns',
    `${where}: columns must be different whole numbers from 0 to ${d - 1}, got [${columns.join(', ')}].`,
  );
}
