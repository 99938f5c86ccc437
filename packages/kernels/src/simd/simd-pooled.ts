import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { MomentLayout } from '../mixture/moment-sums.ts';
import type { MixtureBlock } from './mixture-block.ts';
import { PER_ROW } from './mixture-places.ts';
import type { GroupPlaces, MomentPlaces } from './moment-places.ts';
import type { Room } from './room.ts';

/** A block whose rows are labeled and shared out, and where its sums go. */
interface PooledSums {
  readonly block: MixtureBlock;
  readonly at: MomentPlaces;
  readonly groups: GroupPlaces;
  readonly layout: MomentLayout;
  /** What `listRows` said of each component; undefined where shares are those of labels. */
  readonly lists: readonly (number | undefined)[] | undefined;
}

/** `pooledAdder` in WebAssembly: counts, deviations and the pooled scatter of a block to `at.out`. */
export function addPooled(room: Room, pooled: PooledSums): void {
  const { block, at, groups, layout } = pooled;
  const { exports, numbers } = room;
  const { components, dimension: d } = layout;
  const { squares, sums, means } = block.at;
  markGroups(room, pooled);
  for (let k = 0; k < components; k++) {
    exports.responsibilities(squares + k * PER_ROW, sums, 2 * block.groups);
    numbers[(squares + k * PER_ROW) / 8 + BLOCK_ROWS] = 0;
  }
  const counts = at.out + 8 * layout.counts;
  const deviations = at.out + 8 * layout.deviations;
  const scatter = at.out / 8 + layout.scatters;
  numbers.fill(0, counts / 8, scatter);
  numbers.fill(0, groups.crossed / 8, groups.crossed / 8 + layout.scatterLength);
  for (let b = 0; b < components; b++) {
    numbers.fill(0, groups.weights / 8, groups.end / 8);
    if (!addGroup(room, pooled, b)) continue;
    const { weights, products, crossed, apart, beside } = groups;
    exports.foldGroup(b, components, d, means, weights, products, counts, deviations, crossed, apart, beside);
  }
  exports.collectScatter(at.scatters, 8 * scatter, d);
  const crossed = groups.crossed / 8;
  for (let entry = 0; entry < layout.scatterLength; entry++) {
    numbers[scatter + entry] = numbers[scatter + entry]! + numbers[crossed + entry]!;
  }
}

/** Adds the rows whose most likely component is b. @returns whether there are any */
function addGroup({ exports, numbers }: Room, { block, at, groups, layout }: PooledSums, b: number): boolean {
  const { components, dimension: d } = layout;
  const { rows, labels, lists, squares, means } = block.at;
  const { deviations, step, gathered, scatters } = at;
  const { weights, products, room } = groups;
  const length = exports.listLabel(labels, lists, b, block.pairs, BLOCK_ROWS) >>> 16;
  const mean = means + b * d * 8;
  // The row that fills up lists is the mean itself, so that its deviation is 0.
  numbers.copyWithin(rows / 8 + BLOCK_ROWS * d, mean / 8, mean / 8 + d);
  for (let first = 0; first < length; first += gathered) {
    const list = lists + 2 * first;
    const some = Math.min(gathered, length - first);
    exports.gatherGroup(rows, list, some, mean, deviations, d, step);
    exports.addScatter(scatters, deviations, deviations, some, d, step);
    const sums = [weights, products, room, groups.marks + b * components] as const;
    exports.addGroup(list, some, squares, PER_ROW, components, deviations, d, step, ...sums);
  }
  return length > 0;
}

/** Marks for which groups each component counts: all of them where it counts for most rows. */
function markGroups({ exports, numbers }: Room, { block, groups, layout, lists }: PooledSums): void {
  const { components } = layout;
  const { labels, lists: at, listBytes } = block.at;
  const marks = new Uint8Array(numbers.buffer, groups.marks, components * components).fill(0);
  for (let k = 0; k < components; k++) {
    const listed = lists?.[k];
    if (lists === undefined) marks[k * components + k] = 1;
    else if (listed === undefined || (listed & 0xffff) > block.pairs) {
      for (let b = 0; b < components; b++) marks[b * components + k] = 1;
    } else {
      const list = at + k * listBytes;
      exports.markLabels(labels, list, listed >>> 16, groups.marks + k, components, BLOCK_ROWS);
    }
  }
}
