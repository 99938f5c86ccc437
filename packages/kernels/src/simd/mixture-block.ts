import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { RowBlock } from '../mixture/block-accumulator.ts';
import type { PackedMixture } from '../mixture/packed-mixture.ts';
import { whitenedMeans } from '../mixture/row-scorer.ts';
import { type MixturePlaces, mixturePlaces, PER_ROW, whiteningOf } from './mixture-places.ts';
import type { Room } from './room.ts';
import { writeFactors } from './write-factors.ts';

/** A mixture and one block of rows after another in a room of WebAssembly memory. */
export class MixtureBlock {
  readonly packed: PackedMixture;
  readonly at: MixturePlaces;
  readonly #room: Room;

  /** Rows of the block that stands here. */
  rows = 0;
  /** Half of them, rounded up. */
  pairs = 0;
  /** A quarter of them, rounded up. */
  groups = 0;
  /** Groups whose panels have been cleared since the room was claimed, for numbers beyond the columns count as zeros. */
  #cleared = 0;

  constructor(room: Room, packed: PackedMixture) {
    this.#room = room;
    this.packed = packed;
    this.at = mixturePlaces(packed);
  }

  /**
   * Brings rows here and computes the squares of every component, and the largest joint log-density of each row.
   *
   * @param cutoffs  where a component does not count, its squares may be only as large as it takes to see that
   * @throws RangeError when the memory cannot grow so far
   */
  stage({ rows, from, to }: RowBlock, cutoffs?: Float64Array): void {
    const { packed, at } = this;
    const room = this.#room;
    const { dimension: d } = packed;
    if (room.claim(this, at.places.bytes)) this.#writeMixture();
    this.rows = to - from;
    this.pairs = (this.rows + 1) >> 1;
    this.groups = (this.rows + 3) >> 2;
    this.#clearPanels();
    room.numbers.set(rows.subarray(from * d, to * d), at.rows / 8);
    room.exports.toPanels(at.rows, at.panels, this.rows, d, at.stride);
    this.fill(at.maxima, -Infinity);
    this.#squares(cutoffs);
    // Beyond the rows no component counts, and sums are those of a row with one.
    const { numbers } = room;
    numbers.fill(Infinity, at.maxima / 8 + this.rows, at.maxima / 8 + 4 * this.groups);
    this.fill(at.weighted, 0);
    this.fill(at.sums, 0);
    numbers.fill(1, at.sums / 8 + this.rows, at.sums / 8 + 4 * this.groups);
    // The row that fills up lists has a share of e^0, which is as fast as any other, and counts for nothing.
    numbers[at.maxima / 8 + BLOCK_ROWS] = 0;
    for (let k = 0; k < packed.components; k++) {
      const constant = packed.constants[k]!;
      numbers[(at.squares + k * PER_ROW) / 8 + BLOCK_ROWS] = Math.abs(constant) < 1e300 ? 2 * constant : 0;
    }
  }

  /** Sets one of the places with a number for each row, and for the one that fills up lists. */
  fill(place: number, value: number): void {
    const { numbers } = this.#room;
    numbers.fill(value, place / 8, place / 8 + 4 * this.groups);
    numbers[place / 8 + BLOCK_ROWS] = value;
  }

  /** Lists the rows that component k counts for. @returns rows in the lower half word, the length of a list above */
  list(k: number, cutoff: number): number {
    const { squares, maxima, lists, listBytes } = this.at;
    const list = lists + k * listBytes;
    return this.#room.exports.listRows(squares + k * PER_ROW, maxima, list, cutoff, this.pairs, BLOCK_ROWS);
  }

  /** Lists the rows that component k has a share of, as {@link list} does. */
  listShares(k: number): number {
    const { squares, lists, listBytes } = this.at;
    const list = lists + k * listBytes;
    return this.#room.exports.listShares(squares + k * PER_ROW, list, this.pairs, BLOCK_ROWS);
  }

  /** Squares of component k become shares e^(l_k - m), of all rows that it counts for. @returns how many those are */
  shareAll(k: number, cutoff: number): number {
    const { squares, maxima, sums, weighted } = this.at;
    const constant = this.packed.constants[k]!;
    const share = squares + k * PER_ROW;
    const { groups } = this;
    return this.#room.exports.sharesOfAll(share, maxima, sums, weighted, constant, cutoff, groups);
  }

  /** Squares of component k become 0 where it does not count. */
  clearOthers(k: number, cutoff: number): void {
    const { squares, maxima } = this.at;
    this.#room.exports.clearOthers(squares + k * PER_ROW, maxima, cutoff, this.pairs);
  }

  /** As {@link shareAll}, of rows that were listed. */
  shareListed(k: number, length: number): void {
    const { squares, maxima, sums, weighted, lists, listBytes, solution } = this.at;
    const constant = this.packed.constants[k]!;
    const list = lists + k * listBytes;
    const share = squares + k * PER_ROW;
    this.#room.exports.sharesOfListed(share, maxima, sums, weighted, constant, list, length, solution);
  }

  /** Ends the log-sum-exp of every row. @returns false where the largest joint log-density of a row is not finite */
  finish(totals: number): boolean {
    const { maxima, sums, weighted } = this.at;
    const { exports, numbers } = this.#room;
    numbers[sums / 8 + BLOCK_ROWS] = 0;
    return exports.finishRows(maxima, sums, weighted, totals, this.rows) === 1;
  }

  /** Labels rows by their largest joint log-density, the first of equals. The squares must still be there. */
  label(): void {
    const { squares, maxima, labels } = this.at;
    this.fill(labels, -1);
    for (const [k, constant] of this.packed.constants.entries()) {
      this.#room.exports.labelRows(squares + k * PER_ROW, maxima, labels, constant, k, this.pairs);
    }
  }

  /** Gives each row to the component of its label. */
  shareByLabel(): void {
    const { squares, labels, sums } = this.at;
    const { numbers } = this.#room;
    numbers.fill(1, sums / 8, sums / 8 + 4 * this.groups);
    for (let k = 0; k < this.packed.components; k++) {
      this.#room.exports.sharesOfLabels(squares + k * PER_ROW, labels, k, 2 * this.groups);
    }
  }

  #writeMixture(): void {
    const { packed, at } = this;
    const { numbers } = this.#room;
    this.#cleared = 0;
    const filler = at.rows / 8 + BLOCK_ROWS * packed.dimension;
    numbers.fill(0, filler, filler + packed.dimension + 2);
    writeFactors(numbers.subarray(at.factors / 8), packed, {
      whitening: whiteningOf(packed),
      step: at.factorBytes / 8,
    });
    numbers.set(packed.means, at.means / 8);
    if (packed.shared) numbers.set(whitenedMeans(packed), at.whitenedMeans / 8);
  }

  #clearPanels(): void {
    const { panels, stride } = this.at;
    const group = 4 * stride;
    this.#room.numbers.fill(0, panels / 8 + this.#cleared * group, panels / 8 + this.groups * group);
    this.#cleared = Math.max(this.#cleared, this.groups);
  }

  #squares(cutoffs: Float64Array | undefined): void {
    const { packed, at, groups } = this;
    const { constants, dimension: d } = packed;
    const { exports } = this.#room;
    const whitening = whiteningOf(packed);
    if (packed.shared) this.#whiten();
    for (let k = 0; k < packed.components; k++) {
      const factor = at.factors + k * at.factorBytes;
      const squares = at.squares + k * PER_ROW;
      const constant = constants[k]!;
      if (packed.shared) {
        const mean = at.whitenedMeans + k * d * 8;
        exports.squaresOfWhitened(at.whitened, mean, squares, at.maxima, constant, groups, d, at.stride);
      } else if (whitening === 'diagonal') {
        exports.squaresOfDiagonal(at.panels, factor, squares, at.maxima, constant, groups, d, at.stride);
      } else if (whitening === 'low-rank') {
        const { panels, maxima, stride, solution } = at;
        const cutoff = cutoffs?.[k] ?? Infinity;
        const shape = [groups, d, packed.rank ?? 0, stride] as const;
        exports.squaresOfLowRank(panels, factor, squares, maxima, constant, ...shape, solution, cutoff);
      } else if (whitening === 'triangle') {
        const { panels, maxima, stride, solution } = at;
        const cutoff = cutoffs?.[k] ?? Infinity;
        const room = [solution, 0] as const;
        exports.squaresOfTriangle(panels, factor, squares, maxima, constant, groups, stride, ...room, cutoff);
      } else {
        const loop = d === 2 ? exports.squaresOfTriangle2 : exports.squaresOfTriangle3;
        loop(at.panels, factor, squares, at.maxima, constant, groups, at.stride);
      }
    }
  }

  /** One factor for all: the panels are whitened once. */
  #whiten(): void {
    const { packed, at, groups } = this;
    const { exports } = this.#room;
    if (whiteningOf(packed) === 'diagonal') {
      exports.whitenByDiagonal(at.panels, at.factors, at.whitened, groups, packed.dimension, at.stride);
      return;
    }
    // Its squares, about the first mean alone, go where they do not matter.
    const { panels, factors, squares, sums, stride, whitened } = at;
    const room = [whitened, stride * 32] as const;
    exports.squaresOfTriangle(panels, factors, squares, sums, 0, groups, stride, ...room, Infinity);
  }
}
