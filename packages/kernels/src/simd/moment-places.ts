import type { MomentLayout } from '../mixture/moment-sums.ts';
import { type MixturePlaces, SMALL } from './mixture-places.ts';

/** Numbers of deviations that are gathered at a time, about: they stay in the nearest cache. */
const GATHERED = 2048;

/** Where the sums of an E-step stand: offsets in bytes. Two lanes a number. */
export interface MomentPlaces {
  /** In the order of the layout, up to the scatters. */
  readonly lanes: number;
  readonly scatters: number;
  /** Bytes of one scatter. */
  readonly scatterBytes: number;
  /** Whether scatters are in tiles of 2 x 4 entries. */
  readonly tiled: boolean;
  /** In the order of the layout, lanes added up. */
  readonly out: number;
  /** x - mu of gathered rows, and the same times r. */
  readonly deviations: number;
  readonly weighted: number;
  /** Bytes from one number of gathered rows to the next. */
  readonly step: number;
  /** Pairs of rows that are gathered at a time: a multiple of four. */
  readonly gathered: number;
}

/** Places for the sums of a layout, beside a mixture's. */
export function momentPlaces({ places }: MixturePlaces, layout: MomentLayout): MomentPlaces {
  const { dimension: d, components, scatter } = layout;
  const tiled = scatter !== 'diagonal' && d > SMALL;
  const scatterBytes = 16 * (tiled ? 8 * tilesOf(d) : layout.scatterLength);
  const gathered = Math.min(512, Math.max(16, 4 * Math.floor(GATHERED / (4 * d))));
  // Not a multiple of a page, so that the numbers of one row do not crowd the same lines of a cache.
  const step = gathered * 16 + 64;
  const padded = 4 * Math.ceil(d / 4) * step;
  return {
    lanes: places.take(16 * layout.scatters),
    scatters: places.take(scatterBytes * (scatter === 'pooled' ? 1 : components)),
    scatterBytes,
    tiled,
    out: places.take(8 * layout.length),
    deviations: places.take(padded),
    weighted: places.take(padded),
    step,
    gathered,
  };
}

/** Tiles of 2 x 4 that cover the lower triangle. */
function tilesOf(d: number): number {
  let tiles = 0;
  for (let i = 0; i < d; i += 2) tiles += Math.ceil((i + 2) / 4);
  return tiles;
}
