import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { PackedMixture } from '../mixture/packed-mixture.ts';
import { Places } from './room.ts';

/** Bytes of a list of rows: even ones, then odd ones, two bytes each, with room to fill up. */
const LIST = 2 * 1040;

/** Bytes of one number for each row of a block, one row that fills up lists, and some to spare. */
export const PER_ROW = (BLOCK_ROWS + 8) * 8;

/** Up to this dimension loops have everything in registers, and count all rows for every component. */
export const SMALL = 3;

/** Where a mixture's numbers and a block's stand in a `Room`: offsets in bytes. */
export interface MixturePlaces {
  readonly places: Places;
  /** Numbers of a row that a panel has room for. */
  readonly stride: number;
  readonly factorBytes: number;
  readonly rows: number;
  readonly panels: number;
  readonly whitened: number;
  readonly factors: number;
  readonly means: number;
  readonly whitenedMeans: number;
  /** K times {@link PER_ROW}. */
  readonly squares: number;
  readonly maxima: number;
  readonly sums: number;
  readonly weighted: number;
  readonly labels: number;
  readonly solution: number;
  /** K times `listBytes`. */
  readonly lists: number;
  readonly listBytes: number;
}

/** How the squares of a mixture are computed. */
export type Whitening = 'diagonal' | 'small-triangle' | 'triangle' | 'low-rank';

/** @returns "diagonal" also for a triangle of one number */
export function whiteningOf({ packing, dimension, shared }: PackedMixture): Whitening {
  if (packing === 'low-rank') return packing;
  if (packing === 'diagonal' || dimension === 1) return 'diagonal';
  return dimension <= SMALL && !shared ? 'small-triangle' : 'triangle';
}

/** Places for a mixture and a block of rows. */
export function mixturePlaces(packed: PackedMixture): MixturePlaces {
  const { components, dimension: d, rank = 0, shared } = packed;
  const whitening = whiteningOf(packed);
  const stride = whitening === 'triangle' ? 4 * Math.ceil(d / 4) : d;
  const factorBytes = 8 * factorNumbers(whitening, d, rank);
  const places = new Places();
  const panelBytes = (BLOCK_ROWS / 4) * stride * 32;
  return {
    places,
    stride,
    factorBytes,
    // One more row, of zeros, that fills up lists.
    rows: places.take((BLOCK_ROWS + 1) * d * 8 + 16),
    panels: places.take(panelBytes),
    whitened: shared ? places.take(panelBytes) : 0,
    factors: places.take((shared ? 1 : components) * factorBytes),
    means: places.take(components * d * 8),
    whitenedMeans: shared ? places.take(components * d * 8) : 0,
    squares: places.take(components * PER_ROW),
    maxima: places.take(PER_ROW),
    sums: places.take(PER_ROW),
    weighted: places.take(PER_ROW),
    labels: places.take(PER_ROW),
    solution: places.take((stride + rank) * 32),
    lists: places.take(components * LIST),
    listBytes: LIST,
  };
}

function factorNumbers(whitening: Whitening, d: number, rank: number): number {
  if (whitening === 'diagonal') return 2 * d;
  if (whitening === 'low-rank') return d * (rank + 2) + rank * rank;
  if (whitening === 'small-triangle') return d + (d * (d + 1)) / 2;
  const tiles = Math.ceil(d / 4);
  // Four means and ten numbers of the triangle a tile, and four times four numbers for each tile before.
  return 14 * tiles + 16 * ((tiles * (tiles - 1)) / 2);
}
