import type { MomentLayout } from '../mixture/moment-sums.ts';
import { GROUPED_ABOVE } from '../mixture/pooled-groups.ts';
import { type MixturePlaces, SMALL } from './mixture-places.ts';
import type { Places } from './room.ts';

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
  /** undefined where scatters are not summed by groups. */
  readonly groups: GroupPlaces | undefined;
  /** V_k of a sketch, and V_k^T (x - mu) of gathered rows. */
  readonly directions: number;
  readonly products: number;
}

/** Where the sums of a group of rows stand, see `pooledAdder`. */
export interface GroupPlaces {
  /** K vectors R_bk, then K times d vectors A_bk, filled up to a multiple of four. */
  readonly weights: number;
  readonly products: number;
  readonly end: number;
  /** Responsibilities of gathered rows. */
  readonly room: number;
  /** K x K bytes: whether component k counts for a row of group b. */
  readonly marks: number;
  /** The lower triangle of what crosses groups. */
  readonly crossed: number;
  readonly apart: number;
  readonly beside: number;
}

/** Places for the sums of a layout, beside a mixture's. */
export function momentPlaces({ places }: MixturePlaces, layout: MomentLayout): MomentPlaces {
  const { dimension: d, components, scatter } = layout;
  const tiled = (scatter === 'full' || scatter === 'pooled') && d > SMALL;
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
    groups: scatter === 'pooled' && d > GROUPED_ABOVE ? groupPlaces(places, layout, gathered) : undefined,
    directions: places.take(8 * d * layout.directions),
    products: places.take(16 * gathered * layout.directions),
  };
}

function groupPlaces(places: Places, layout: MomentLayout, gathered: number): GroupPlaces {
  const { components, dimension: d } = layout;
  const weights = places.take(16 * components);
  const products = places.take(64 * Math.ceil(d / 4) * components);
  const room = places.take(16 * gathered);
  const marks = places.take(components * components);
  const crossed = places.take(8 * layout.scatterLength);
  return {
    weights,
    products,
    end: room,
    room,
    marks,
    crossed,
    apart: places.take(8 * d),
    beside: places.take(8 * d),
  };
}

/** Tiles of 2 x 4 that cover the lower triangle. */
function tilesOf(d: number): number {
  let tiles = 0;
  for (let i = 0; i < d; i += 2) tiles += Math.ceil((i + 2) / 4);
  return tiles;
}
