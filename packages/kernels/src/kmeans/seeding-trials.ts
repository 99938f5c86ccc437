import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { RowBlock } from '../mixture/block-accumulator.ts';
import type { PlacedCenters } from './placed-centers.ts';

/** What would be left of the squared distances of a block if one candidate or another were taken. */
export interface Trials {
  /** The sum over the block's rows, for each candidate: even and odd rows apart, and then added. */
  readonly totals: Float64Array;
  /** 1,024 numbers for each candidate: those of the block's rows, and then what does not count. */
  readonly distances: Float64Array;
}

/**
 * Tries the candidates on one block of rows after another. Its answer is overwritten by the next call.
 *
 * @param before  n squared distances to the nearest row taken so far; Infinity where none is
 */
export type SeedingTrials = (block: RowBlock, before: Float64Array) => Trials;

/**
 * For each candidate and row the smaller of its squared distance and the one before.
 *
 * @returns a function of a block of rows; it works in room of its own, so it serves one caller at a time
 */
export function seedingTrials(candidates: PlacedCenters): SeedingTrials {
  const { clusters, dimension: d, origin, values } = candidates;
  const totals = new Float64Array(clusters);
  const distances = new Float64Array(clusters * BLOCK_ROWS);
  const row = new Float64Array(d);
  return ({ rows, from, to }, before) => {
    const lanes = new Float64Array(2 * clusters);
    for (let i = from; i < to; i++) {
      for (let j = 0; j < d; j++) row[j] = rows[i * d + j]! - origin[j]!;
      for (let k = 0, q = 0; k < clusters; k++) {
        let distance = 0;
        for (let j = 0; j < d; j++, q++) {
          const difference = row[j]! - values[q]!;
          distance += difference * difference;
        }
        // A distance that overflowed to NaN is no distance.
        let least = before[i]!;
        if (distance < least) least = distance;
        distances[k * BLOCK_ROWS + i - from] = least;
        lanes[2 * k + ((i - from) & 1)]! += least;
      }
    }
    for (let k = 0; k < clusters; k++) totals[k] = lanes[2 * k]! + lanes[2 * k + 1]!;
    return { totals, distances };
  };
}
