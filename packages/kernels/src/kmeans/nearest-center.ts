import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import { distanceMargin, FARTHEST, UNDERFLOW } from './distance-margin.ts';
import type { PlacedCenters } from './placed-centers.ts';

/** What is near to each row of a batch, in the order of the batch. */
export interface Nearest {
  /** The nearest center, the first where several are as near. */
  readonly labels: Int32Array;
  /** How much farther every other center is at least, whatever rounding has done; negative when that is not known. */
  readonly gaps: Float64Array;
}

/**
 * Finds what is near to up to 1,024 rows. Its answer is overwritten by the next call.
 *
 * @param rows  n x d
 * @param chosen  which of them, rising
 */
export type NearestFinder = (rows: Float64Array, chosen: Int32Array) => Nearest;

/**
 * The nearest center of rows, by the sum of squared differences in the order of the columns:
 * |x|^2 - 2 x c + |c|^2 is faster for many columns, but of rows close to their center it keeps no digit.
 *
 * @returns a function of a batch of rows; it works in room of its own, so it serves one caller at a time
 */
export function nearestCenter({ clusters, dimension: d, origin, values }: PlacedCenters): NearestFinder {
  const row = new Float64Array(d);
  const found: Nearest = { labels: new Int32Array(BLOCK_ROWS), gaps: new Float64Array(BLOCK_ROWS) };
  const gapOf = gapsIn(d);
  return (rows, chosen) => {
    for (let i = 0; i < chosen.length; i++) {
      for (let j = 0, p = chosen[i]! * d; j < d; j++, p++) row[j] = rows[p]! - origin[j]!;
      let label = 0;
      let nearest = Infinity;
      let second = Infinity;
      for (let k = 0, q = 0; k < clusters; k++) {
        let distance = 0;
        for (let j = 0; j < d; j++, q++) {
          const difference = row[j]! - values[q]!;
          distance += difference * difference;
        }
        if (distance < nearest) {
          second = nearest;
          nearest = distance;
          label = k;
        } else if (distance < second) {
          second = distance;
        }
      }
      found.labels[i] = label;
      found.gaps[i] = gapOf(nearest, second);
    }
    return found;
  };
}

/** The gap between two squared distances. */
function gapsIn(d: number): (nearest: number, second: number) => number {
  const margin = distanceMargin(d);
  return (nearest, second) =>
    Math.min(Math.sqrt(second), FARTHEST) * (1 - margin) - Math.sqrt(nearest) * (1 + margin) - UNDERFLOW;
}
