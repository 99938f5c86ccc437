import { createRandom } from '@gaussmix/random';

/** What groups of rows look like. */
export interface Groups {
  readonly rows: number;
  readonly columns: number;
  readonly groups: number;
  /** Standard deviation of the group means; rows have standard deviation 1 about them. */
  readonly separation: number;
  readonly seed: number | string;
}

/** Rows from spherical groups, each number a multiple of 2^-20, so that shifts by whole numbers are exact. */
export function groupedRows({ rows, columns, groups, separation, seed }: Groups): number[][] {
  const random = createRandom(seed);
  const means = Array.from({ length: groups }, () => normals(columns).map((value) => value * separation));
  function normals(length: number): number[] {
    return Array.from({ length }, () => random.normal());
  }
  return Array.from({ length: rows }, (_, i) =>
    normals(columns).map((value, j) => Math.round((value + means[i % groups]![j]!) * 2 ** 20) / 2 ** 20),
  );
}
