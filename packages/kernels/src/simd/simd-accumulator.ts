import {
  type BlockAccumulator,
  blockAccumulator,
  type MomentRequest,
  type RowBlock,
} from '../mixture/block-accumulator.ts';
import { BLOCKS_WITH_OMISSIONS, LOG_MAX_POSTERIOR, OBJECTIVE_GAP } from '../mixture/moment-sums.ts';
import { cutoffsOf, type PackedMixture } from '../mixture/packed-mixture.ts';
import { isTempered, temperatureOf } from '../mixture/row-assignment.ts';
import { MixtureBlock } from './mixture-block.ts';
import { PER_ROW, SMALL } from './mixture-places.ts';
import { type MomentPlaces, momentPlaces } from './moment-places.ts';
import type { Room } from './room.ts';
import { shareRows } from './share-rows.ts';
import { addPooled } from './simd-pooled.ts';

/**
 * The E-step of a block in WebAssembly: lanes over even and odd rows. A block with a row whose largest log-density is not
 * finite, or whose deviations overflow, is done by the plain form, which knows what to say of it; and so is all that asks for
 * a temperature other than 0 and 1.
 */
export function simdAccumulator(room: Room, packed: PackedMixture, request: MomentRequest): BlockAccumulator {
  if (isTempered(request.assignment)) return blockAccumulator(packed, request);
  const accumulator = new Accumulator(room, packed, request);
  let plain: BlockAccumulator | undefined;
  return (sums, block) => {
    if (accumulator.add(sums, block)) return;
    plain ??= blockAccumulator(packed, request);
    plain(sums, block);
  };
}

class Accumulator {
  readonly #room: Room;
  readonly #request: MomentRequest;
  readonly #block: MixtureBlock;
  readonly #at: MomentPlaces;
  readonly #cutoffs: Float64Array | undefined;

  constructor(room: Room, packed: PackedMixture, request: MomentRequest) {
    this.#room = room;
    this.#request = request;
    this.#block = new MixtureBlock(room, packed);
    this.#at = momentPlaces(this.#block.at, request.layout);
    this.#cutoffs = request.counting === 'all' ? undefined : cutoffsOf(packed);
  }

  /** Adds the moments of a block. @returns false when the block is not for this form: nothing was added */
  add(sums: Float64Array, rows: RowBlock): boolean {
    const block = this.#block;
    const at = this.#at;
    const { layout, assignment } = this.#request;
    block.stage(rows, this.#cutoffs);
    const { numbers } = this.#room;
    numbers.fill(0, at.lanes / 8, at.out / 8);
    const hard = temperatureOf(assignment) === 0;
    const { groups } = at;
    if (hard || groups !== undefined) block.label();
    const listed = shareRows(block, this.#cutoffs, groups === undefined ? 'left' : 'cleared');
    if (!block.finish(at.lanes)) return false;
    if (listed.omitted) numbers[at.lanes / 8 + 2 * BLOCKS_WITH_OMISSIONS] = 1;
    if (hard) {
      const totals = at.lanes / 8;
      numbers.copyWithin(
        totals + 2 * OBJECTIVE_GAP,
        totals + 2 * LOG_MAX_POSTERIOR,
        totals + 2 * LOG_MAX_POSTERIOR + 2,
      );
      block.shareByLabel();
    }
    if (groups === undefined) {
      for (let k = 0; k < layout.components; k++) this.#addComponent(k, hard ? undefined : listed.lists[k]);
      this.#collect();
    } else {
      this.#room.exports.collect(at.lanes, at.out, layout.counts);
      addPooled(this.#room, { block, at, groups, layout, lists: hard ? undefined : listed.lists });
    }
    const out = numbers.subarray(at.out / 8, at.out / 8 + layout.length);
    // A share of 0 of a deviation that overflows, which the plain form leaves alone.
    const end = layout.scatter === 'sketch' ? layout.length : layout.scatters;
    if (out.subarray(layout.deviations, end).some(Number.isNaN)) return false;
    for (let index = 0; index < out.length; index++) sums[index] = sums[index]! + out[index]!;
    return true;
  }

  /** @param listed  what `listRows` said of component k; undefined when its rows have not been listed */
  #addComponent(k: number, listed: number | undefined): void {
    const { layout } = this.#request;
    const { dimension: d } = layout;
    const block = this.#block;
    const at = this.#at;
    const { exports } = this.#room;
    const { panels, stride } = block.at;
    const shares = block.at.squares + k * PER_ROW;
    const inverses = block.at.sums;
    const mean = block.at.means + k * d * 8;
    const counts = at.lanes + 16 * (layout.counts + k);
    const sums = at.lanes + 16 * (layout.deviations + k * d);
    const scatter = at.scatters + (layout.scatter === 'pooled' ? 0 : k) * at.scatterBytes;
    const { pairs, groups } = block;
    if (layout.scatter === 'sketch') {
      this.#addListed(k, listed ?? block.listShares(k), scatter);
    } else if (d === 1 || (d <= SMALL && layout.scatter !== 'diagonal')) {
      const loop = d === 1 ? exports.momentsOf1 : d === 2 ? exports.momentsOf2 : exports.momentsOf3;
      loop(panels, shares, inverses, mean, counts, sums, scatter, pairs, stride);
    } else if (layout.scatter === 'diagonal' && (d <= SMALL || countOf(listed) > pairs)) {
      exports.responsibilities(shares, inverses, 2 * groups);
      exports.momentsOfDiagonal(panels, shares, mean, counts, sums, scatter, groups, d, stride);
    } else {
      const rows = listed ?? block.listShares(k);
      if (countOf(rows) > pairs && this.#at.tiled) this.#addAll(k, scatter);
      else this.#addListed(k, rows, scatter);
    }
  }

  /** Adds the moments of component k from all rows: most of them count. */
  #addAll(k: number, scatter: number): void {
    const { layout } = this.#request;
    const { dimension: d } = layout;
    const block = this.#block;
    const { panels, stride, squares, sums: inverses, means } = block.at;
    const { lanes, deviations, weighted, step, gathered } = this.#at;
    const { exports } = this.#room;
    const shares = squares + k * PER_ROW;
    const mean = means + k * d * 8;
    const counts = lanes + 16 * (layout.counts + k);
    const sums = lanes + 16 * (layout.deviations + k * d);
    const atOnce = gathered / 2;
    exports.responsibilities(shares, inverses, 2 * block.groups);
    for (let first = 0; first < block.groups; first += atOnce) {
      const some = Math.min(atOnce, block.groups - first);
      const panel = panels + first * stride * 32;
      const share = shares + first * 32;
      const into = [deviations, weighted, counts, sums, d, step] as const;
      exports.spreadDeviations(panel, some, stride, share, mean, ...into);
      exports.addScatter(scatter, deviations, weighted, 2 * some, d, step);
    }
  }

  #addListed(k: number, listed: number, scatter: number): void {
    const { layout } = this.#request;
    const { dimension: d, directions: q } = layout;
    const { at: places } = this.#block;
    const { lanes, deviations, weighted, step, gathered, tiled, directions, products } = this.#at;
    const { exports, numbers } = this.#room;
    if (q > 0) numbers.set(this.#request.directions![k]!, directions / 8);
    const addScatter = tiled ? exports.addScatter : exports.addSquares;
    const length = listed >>> 16;
    const shares = places.squares + k * PER_ROW;
    const mean = places.means + k * d * 8;
    const counts = lanes + 16 * (layout.counts + k);
    const sums = lanes + 16 * (layout.deviations + k * d);
    for (let first = 0; first < length; first += gathered) {
      const list = places.lists + k * places.listBytes + 2 * first;
      const some = Math.min(gathered, length - first);
      const { rows, sums: inverses } = places;
      exports.gatherDeviations(
        rows,
        list,
        some,
        shares,
        inverses,
        mean,
        deviations,
        weighted,
        counts,
        sums,
        d,
        step,
      );
      addScatter(scatter, deviations, weighted, some, d, step);
      if (q > 0) {
        const entries = scatter + 16 * d;
        exports.addSketch(entries, deviations, weighted, directions, products, some, d, q, step);
      }
    }
  }

  #collect(): void {
    const { layout } = this.#request;
    const { lanes, scatters, scatterBytes, tiled, out } = this.#at;
    const { exports } = this.#room;
    exports.collect(lanes, out, layout.scatters);
    const count = layout.scatter === 'pooled' ? 1 : layout.components;
    for (let k = 0; k < count; k++) {
      const to = out + 8 * (layout.scatters + k * layout.scatterLength);
      if (tiled) exports.collectScatter(scatters + k * scatterBytes, to, layout.dimension);
      else exports.collect(scatters + k * scatterBytes, to, layout.scatterLength);
    }
  }
}

/** Rows that were listed, of what `listRows` said. */
function countOf(listed: number | undefined): number {
  return listed === undefined ? Infinity : listed & 0xffff;
}
