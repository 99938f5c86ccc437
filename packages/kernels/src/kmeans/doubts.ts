import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { Bounds } from './bounds.ts';

/** For how many moves like the last a row is let alone, once it is known to be that far from doubt. */
const MOVES_AHEAD = 4;

/** A list of more rows than this share is not worth having. */
const WORTH_LISTING = 1 / 4;

/** No list is tried while a larger share of rows is in doubt. */
const CALM = 1 / 8;

/**
 * Which rows may have changed their nearest center. Every row is compared with its drift from time to time; in between
 * only those that could come into doubt before the centers have moved by a certain *slack*.
 */
export class Doubts {
  /** n gaps: how much farther every other center was when the row was last looked at. */
  readonly gaps: Float64Array;
  /** n codes: when that was, and which center was the nearest. */
  readonly codes: Int32Array;
  readonly #bounds: Bounds;
  /** Rows that could come into doubt first, rising. */
  readonly #close: Int32Array;
  #closeRows = 0;
  /** How many rows were in doubt when all were compared last. */
  #doubtfulRows = 0;
  /** How far drifts may grow until rows that are not listed come into doubt; -1 when there is no list. */
  #slack = -1;
  #listed = false;

  constructor(n: number, bounds: Bounds) {
    this.gaps = new Float64Array(n);
    this.codes = new Int32Array(n);
    this.#bounds = bounds;
    this.#close = new Int32Array(Math.floor(n * WORTH_LISTING) + BLOCK_ROWS);
  }

  /**
   * Begins to go through the rows, after the centers have moved.
   *
   * @returns how many blocks of rows there are to go through
   */
  begin(): number {
    const { growth, lastGrowth } = this.#bounds;
    this.#listed = growth <= this.#slack;
    if (this.#listed) return Math.ceil(this.#closeRows / BLOCK_ROWS);
    // While many rows are in doubt, more will be close to it.
    const worthwhile = this.#doubtfulRows < CALM * this.gaps.length;
    this.#slack = worthwhile && lastGrowth < Infinity ? MOVES_AHEAD * lastGrowth : -1;
    this.#closeRows = 0;
    this.#doubtfulRows = 0;
    this.#bounds.mark();
    return Math.ceil(this.gaps.length / BLOCK_ROWS);
  }

  /**
   * Lists the rows of a block that are in doubt, rising. There is no branch on doubt: half of the rows may be in it.
   *
   * @param out  has room for a block behind `size`
   * @param size  where to begin
   * @returns where it ended
   */
  listInto(out: Int32Array, size: number, block: number): number {
    const from = block * BLOCK_ROWS;
    if (this.#listed) return this.#ofListed(out, size, from);
    const to = Math.min(from + BLOCK_ROWS, this.gaps.length);
    const end =
      this.#slack >= 0 ? this.#andClose(out, size, { from, to }) : this.#ofAll(out, size, { from, to });
    this.#doubtfulRows += end - size;
    return end;
  }

  #ofAll(out: Int32Array, size: number, { from, to }: { from: number; to: number }): number {
    const { gaps, codes } = this;
    const { drifts } = this.#bounds;
    let end = size;
    for (let i = from; i < to; i++) {
      out[end] = i;
      end += gaps[i]! > drifts[codes[i]!]! ? 0 : 1;
    }
    return end;
  }

  #andClose(out: Int32Array, size: number, { from, to }: { from: number; to: number }): number {
    const { gaps, codes } = this;
    const { drifts } = this.#bounds;
    const close = this.#close;
    const slack = this.#slack;
    let end = size;
    let closeEnd = this.#closeRows;
    for (let i = from; i < to; i++) {
      const drift = drifts[codes[i]!]!;
      const gap = gaps[i]!;
      out[end] = i;
      end += gap > drift ? 0 : 1;
      close[closeEnd] = i;
      closeEnd += gap > drift + slack ? 0 : 1;
    }
    this.#closeRows = closeEnd;
    if (closeEnd > close.length - BLOCK_ROWS) this.#slack = -1;
    return end;
  }

  #ofListed(out: Int32Array, size: number, from: number): number {
    const { gaps, codes } = this;
    const { drifts } = this.#bounds;
    const close = this.#close;
    const to = Math.min(from + BLOCK_ROWS, this.#closeRows);
    let end = size;
    for (let c = from; c < to; c++) {
      const i = close[c]!;
      out[end] = i;
      end += gaps[i]! > drifts[codes[i]!]! ? 0 : 1;
    }
    return end;
  }
}
