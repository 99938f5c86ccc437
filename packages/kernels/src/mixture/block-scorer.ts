import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { RowBlock } from './block-accumulator.ts';
import type { PackedMixture } from './packed-mixture.ts';
import { rowPosterior } from './row-posterior.ts';

/** What a mixture says of the rows of a block, in order. */
export interface BlockScores {
  /** rows x K posteriors, one row after another. */
  readonly posteriors: Float64Array;
  /** ln p(x) of each row. */
  readonly logDensities: Float64Array;
  /** The most likely component of each row; the first of equals. */
  readonly labels: Int32Array;
}

/** Scores one block of rows after another. Its answer is overwritten by the next call. */
export type BlockScorer = (block: RowBlock) => BlockScores;

/**
 * Posteriors, log-densities and labels of one block of rows after another, every component counted.
 *
 * @returns a function of a block; it works in room of its own, so it serves one caller at a time
 */
export function blockScorer(packed: PackedMixture): BlockScorer {
  const { components, dimension: d } = packed;
  const posteriorOf = rowPosterior(packed);
  const scores: BlockScores = {
    posteriors: new Float64Array(BLOCK_ROWS * components),
    logDensities: new Float64Array(BLOCK_ROWS),
    labels: new Int32Array(BLOCK_ROWS),
  };
  return ({ rows, from, to }) => {
    for (let i = from; i < to; i++) {
      const { posteriors, logDensity, label } = posteriorOf(rows, i * d);
      scores.posteriors.set(posteriors, (i - from) * components);
      scores.logDensities[i - from] = logDensity;
      scores.labels[i - from] = label;
    }
    return scores;
  };
}
