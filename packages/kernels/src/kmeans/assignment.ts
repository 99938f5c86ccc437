import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import { Bounds } from './bounds.ts';
import type { ClusterLoops } from './cluster-loops.ts';
import { Doubts } from './doubts.ts';
import type { ClusterSums } from './move-rows.ts';
import type { Nearest } from './nearest-center.ts';
import type { PlacedRows, Rows } from './rows.ts';

/** Fewer rows of a block than this are collected with those of other blocks. */
const COLLECT = BLOCK_ROWS / 4;

/**
 * Rows at their nearest centers, while centers move: counts and sums of clusters follow the rows that change, and rows
 * that cannot have changed are not looked at. Beside the data it takes 17 bytes a row.
 */
export class Assignment {
  /** n labels: the nearest center of each row, the first where several are as near; -1 before the first centers. */
  readonly labels: Int32Array;
  /** K numbers of rows. */
  readonly counts: Float64Array;
  /** Sums of rows less the origin. */
  readonly sums: ClusterSums;
  /** How many rows have been looked at so far, each at every center. */
  rowsLookedAt = 0;

  readonly #data: PlacedRows;
  readonly #loops: ClusterLoops;
  readonly #bounds: Bounds;
  readonly #doubts: Doubts;
  readonly #moved = {
    chosen: new Int32Array(BLOCK_ROWS),
    from: new Int32Array(BLOCK_ROWS),
    to: new Int32Array(BLOCK_ROWS),
  };

  constructor(data: PlacedRows, clusters: number, loops: ClusterLoops) {
    const { rows: n, columns: d } = data.rows;
    this.#data = data;
    this.#loops = loops;
    this.#bounds = new Bounds(clusters, d);
    this.#doubts = new Doubts(n, this.#bounds);
    this.labels = new Int32Array(n).fill(-1);
    this.counts = new Float64Array(clusters);
    this.sums = { sums: new Float64Array(clusters * d), lost: new Float64Array(clusters * d) };
  }

  /**
   * Brings every row to the nearest of these centers.
   *
   * @param centers  K x d, less the origin; must not change afterwards
   * @returns how many rows have changed their label
   */
  follow(centers: Rows): number {
    const { rows, origin } = this.#data;
    const code = this.#bounds.moveTo(centers);
    const place = { clusters: centers.rows, dimension: rows.columns, origin, values: centers.data };
    const find = this.#loops.nearestCenter(place);
    const look = (batch: Int32Array) =>
      batch.length === 0 ? 0 : this.#settle(batch, find(rows.data, batch), code);
    const doubtful = new Int32Array(2 * BLOCK_ROWS);
    let size = 0;
    let moved = 0;
    const blocks = this.#doubts.begin();
    for (let block = 0; block < blocks; block++) {
      const end = this.#doubts.listInto(doubtful, size, block);
      // Rows of a block that is full of doubt stand together; others are collected over many blocks.
      if (end < BLOCK_ROWS && end - size < COLLECT) {
        size = end;
        continue;
      }
      moved += look(doubtful.subarray(0, size)) + look(doubtful.subarray(size, end));
      size = 0;
    }
    return moved + look(doubtful.subarray(0, size));
  }

  #settle(batch: Int32Array, found: Nearest, code: number): number {
    const { labels, counts } = this;
    const { gaps, codes } = this.#doubts;
    const { chosen, from, to } = this.#moved;
    let moved = 0;
    for (let b = 0; b < batch.length; b++) {
      const i = batch[b]!;
      const label = found.labels[b]!;
      const before = labels[i]!;
      gaps[i] = found.gaps[b]!;
      codes[i] = code + label;
      if (label === before) continue;
      if (before >= 0) counts[before]! -= 1;
      counts[label]! += 1;
      labels[i] = label;
      chosen[moved] = i;
      from[moved] = before;
      to[moved] = label;
      moved++;
    }
    this.rowsLookedAt += batch.length;
    if (moved > 0) this.#move(moved);
    return moved;
  }

  #move(moved: number): void {
    const { chosen, from, to } = this.#moved;
    const { rows, origin } = this.#data;
    this.#loops.moveRows(this.sums, {
      rows: rows.data,
      origin,
      chosen: chosen.subarray(0, moved),
      from: from.subarray(0, moved),
      to: to.subarray(0, moved),
    });
  }
}
