import type { StructureName } from '../cells.ts';
import { readDoubles } from './read-doubles.ts';

/** A start as plain lists, for programs in JavaScript. */
export interface StartLists {
  readonly weights: number[];
  /** K lists of length d. */
  readonly means: number[][];
  /** K matrices for "full" and "tied", K lists of variances for "diag", K variances for "spherical". */
  readonly covariances: (number | number[] | number[][])[];
}

/**
 * The start in a file.
 *
 * @param size  d and K
 */
export function readStart(
  path: string,
  structure: StructureName,
  { columns: d, components: K }: { columns: number; components: number },
): StartLists {
  const doubles = Array.from(readDoubles(path));
  const weights = doubles.slice(0, K);
  const means = chunks(doubles.slice(K, K + K * d), d);
  const rest = doubles.slice(K + K * d);
  if (structure === 'spherical') return { weights, means, covariances: rest };
  if (structure === 'diag') return { weights, means, covariances: chunks(rest, d) };
  const matrices = chunks(rest, d * d).map((matrix) => chunks(matrix, d));
  return { weights, means, covariances: means.map((_, k) => matrices[k % matrices.length]!) };
}

/** A list cut into lists of one length. */
export function chunks(list: readonly number[], length: number): number[][] {
  return Array.from({ length: list.length / length }, (_, i) => list.slice(i * length, (i + 1) * length));
}
