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
  /** So many numbers for each row as tables were asked for. */
  readonly far: number;
  /** Eight bytes for each row. */
  readonly labels: number;
  /** Four bytes for each row. */
  readonly list: number;
  readonly totals: number;
}

/** Bytes of a number for each row of a batch. */
export const ROWS_BYTES = BLOCK_ROWS * 8;

/** Places for K centers of d numbers, and so many tables of a number for each row. */
export function centerPlaces(clusters: number, d: number, tables: number): CenterPlaces {
  const places = new Places();
  const at = {
    rows: places.take(ROWS_BYTES * d),
    centers: places.take(8 * d * (clusters + 1)),
    work: places.take(32 * (d + clusters)),
    near: places.take(ROWS_BYTES),
    far: places.take(ROWS_BYTES * tables),
    labels: places.take(ROWS_BYTES),
    list: places.take(4 * BLOCK_ROWS),
    totals: places.take(16 * clusters),
  };
  return { ...at, bytes: places.bytes };
}

/** Shares of a stretch of rows that are worth to copy it whole. */
const DENSE = 1 / 4;

/** From so many numbers on a row is copied by a call. */
const LONG = 24;

/**
 * Brings chosen rows of d numbers to a place with room for 1,024: the stretch from the first to the last where it is
 * short, else one behind the other.
 *
 * @param out  from where on rows stand
 * @param list  for each of the chosen, in full groups of four, which of the rows brought it is
 * @param chosen  indices, rising
 */
export function stageRows(
  { out, list, d }: { out: Float64Array; list: Int32Array; d: number },
  rows: Float64Array,
  chosen: Int32Array,
): void {
  const n = chosen.length;
  const first = chosen[0]!;
  const stretch = chosen[n - 1]! - first + 1;
  const whole = stretch <= BLOCK_ROWS && n >= DENSE * stretch;
  for (let i = 0; i < n; i++) list[i] = whole ? chosen[i]! - first : i;
  list.fill(0, n, 4 * Math.ceil(n / 4));
  if (whole) out.set(rows.subarray(first * d, (first + stretch) * d));
  else if (d < LONG) copyNumbers(out, { rows, d }, chosen);
  else for (let i = 0; i < n; i++) out.set(rows.subarray(chosen[i]! * d, (chosen[i]! + 1) * d), i * d);
}

function copyNumbers(
  out: Float64Array,
  { rows, d }: { rows: Float64Array; d: number },
  chosen: Int32Array,
): void {
  for (let i = 0, p = 0; i < chosen.length; i++) {
    for (let q = chosen[i]! * d, end = q + d; q < end; p++, q++) out[p] = rows[q]!;
  }
}
