import { GaussmixError } from '@gaussmix/kernels';

/** @throws GaussmixError "clusters" unless it is a whole number from 1 to the number of rows */
export function requireClusters(clusters: number, rows: number, where: string): void {
  if (Number.isInteger(clusters) && clusters >= 1 && clusters <= rows) return;
  throw new GaussmixError(
    'clusters',
    `${where}: clusters must be a whole number from 1 to the number of rows (${rows}), got ${clusters}`,
  );
}
