import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import { Places } from './room.ts';

/** Where centers and a batch of rows stand in a `Room`: offsets in bytes. */
export interface CenterPlaces {
  /** How much of the room they take. */
  readonly bytes: number;
  readonly rows: number;
  /** d numbers of the origin, then K x d. */
  readonly centers: number;
  readonly work: number;
  /** A number for each row. */
  readonly near: number;
  /** K numbers for each row, or one for each when there are no more. */
  readonly far: number;
  /** Eight bytes for each row. */
  readonly labels: number;
  readonly totals: number;
}

/** Bytes of a number for each row of a batch. */
export const ROWS_BYTES = BLOCK_ROWS * 8;

/** Places for K centers of d numbers, and K numbers for each row if `tables`. */
export function centerPlaces(clusters: number, d: number, tables: number): CenterPlaces {
  const places = new Places();
  const at = {
    rows: places.take(ROWS_BYTES * d),
    centers: places.take(8 * d * (clusters + 1)),
    work: places.take(32 * (d + clusters)),
    near: places.take(ROWS_BYTES),
    far: places.take(ROWS_BYTES * tables),
    labels: places.take(ROWS_BYTES),
    totals: places.take(16 * clusters),
  };
  return { ...at, bytes: places.bytes };
}

/**
 * Copies chosen rows of d numbers one behind the other.
 *
 * @param chosen  indices, rising
 */
export function gatherRows(out: Float64Array, rows: Float64Array, chosen: Int32Array): void {
  const n = chosen.length;
  const first = chosen[0]!;
  const d = out.length / n;
  if (chosen[n - 1]! - first === n - 1) {
    out.set(rows.subarray(first * d, (first + n) * d));
    return;
  }
  for (let i = 0, p = 0; i < n; i++) {
    for (let q = chosen[i]! * d, end = q + d; q < end; p++, q++) out[p] = rows[q]!;
  }
}
