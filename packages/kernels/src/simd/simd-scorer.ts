import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import { type BlockScorer, type BlockScores, blockScorer } from '../mixture/block-scorer.ts';
import type { PackedMixture } from '../mixture/packed-mixture.ts';
import { MixtureBlock } from './mixture-block.ts';
import { PER_ROW } from './mixture-places.ts';
import type { Room } from './room.ts';
import { shareRows } from './share-rows.ts';

/**
 * Scores of a block in WebAssembly. A block with a row whose largest log-density is not finite is scored by the plain
 * form, which knows what to say of it.
 */
export function simdScorer(room: Room, packed: PackedMixture): BlockScorer {
  const { components } = packed;
  const block = new MixtureBlock(room, packed);
  const totals = block.at.places.take(4 * 16);
  const posteriors = block.at.places.take(8 * components * BLOCK_ROWS);
  const scores: BlockScores = {
    posteriors: new Float64Array(components * BLOCK_ROWS),
    logDensities: new Float64Array(BLOCK_ROWS),
    labels: new Int32Array(BLOCK_ROWS),
  };
  let plain: BlockScorer | undefined;
  return (rows) => {
    block.stage(rows);
    block.label();
    shareRows(block, undefined);
    if (!block.finish(totals)) {
      plain ??= blockScorer(packed);
      return plain(rows);
    }
    const { squares, sums, weighted, labels } = block.at;
    for (let k = 0; k < components; k++) {
      const out = posteriors + 8 * k;
      room.exports.writePosteriors(squares + k * PER_ROW, sums, out, block.rows, 8 * components);
    }
    const { numbers } = room;
    const from = (place: number, count: number) => numbers.subarray(place / 8, place / 8 + count);
    scores.posteriors.set(from(posteriors, components * block.rows));
    scores.logDensities.set(from(weighted, block.rows));
    scores.labels.set(from(labels, block.rows));
    return scores;
  };
}
