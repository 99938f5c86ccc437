import type { MixtureBlock } from './mixture-block.ts';
import { SMALL } from './mixture-places.ts';

/** A cutoff that every row within the doubles passes. */
const NO_CUTOFF = 1e308;

/** How rows were shared out. */
export interface Shared {
  /** What `listRows` said of each component; undefined up to {@link SMALL} dimensions, where nothing is listed. */
  readonly lists: readonly (number | undefined)[];
  /** Whether a component does not count for a row. */
  readonly omitted: boolean;
}

/**
 * Replaces the squares of every component by its shares e^(l_k - m), and adds them up: of the listed rows alone where
 * they are fewer than half.
 *
 * @param cutoffs  undefined to count all
 * @param others  whether squares of rows that were not listed are left, or become shares of 0
 */
export function shareRows(
  block: MixtureBlock,
  cutoffs: Float64Array | undefined,
  others: 'left' | 'cleared' = 'left',
): Shared {
  const { packed, pairs, rows } = block;
  const lists: (number | undefined)[] = [];
  let omitted = false;
  for (let k = 0; k < packed.components; k++) {
    const cutoff = cutoffs?.[k] ?? NO_CUTOFF;
    if (packed.dimension <= SMALL) {
      lists.push(undefined);
      const count = block.shareAll(k, cutoff);
      if (cutoffs !== undefined && count < rows) omitted = true;
      continue;
    }
    const listed = block.list(k, cutoff);
    const count = listed & 0xffff;
    if (cutoffs === undefined || count > pairs) block.shareAll(k, cutoff);
    else {
      if (others === 'cleared') block.clearOthers(k, cutoff);
      block.shareListed(k, listed >>> 16);
    }
    if (cutoffs !== undefined && count < rows) omitted = true;
    lists.push(listed);
  }
  return { lists, omitted };
}
