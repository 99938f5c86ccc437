import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { PlacedCenters } from '../kmeans/placed-centers.ts';
import type { SeedingTrials } from '../kmeans/seeding-trials.ts';
import { centerPlaces, ROWS_BYTES } from './center-places.ts';
import type { Room } from './room.ts';

/** `seedingTrials` in WebAssembly: four rows at a time. */
export function simdSeedingTrials(room: Room, candidates: PlacedCenters): SeedingTrials {
  const { clusters, dimension: d, origin, values } = candidates;
  const at = centerPlaces(clusters, d, clusters);
  const totals = new Float64Array(clusters);
  return ({ rows, from, to }, before) => {
    if (room.claim(at, at.bytes)) {
      room.numbers.set(origin, at.centers / 8);
      room.numbers.set(values, at.centers / 8 + d);
      const list = new Int32Array(room.numbers.buffer, at.list, BLOCK_ROWS);
      for (let i = 0; i < BLOCK_ROWS; i++) list[i] = i;
    }
    const { numbers, exports } = room;
    numbers.set(rows.subarray(from * d, to * d), at.rows / 8);
    numbers.set(before.subarray(from, to), at.near / 8);
    const groups = (to - from + 3) >> 2;
    // A distance of 0 before leaves 0, whatever stands beyond the rows.
    numbers.fill(0, at.near / 8 + to - from, at.near / 8 + 4 * groups);
    numbers.fill(0, at.totals / 8, at.totals / 8 + 2 * clusters);
    exports.seedingTrials(
      ...[at.list, at.rows, at.centers, at.work, at.near, at.totals, at.far, groups, clusters, d, ROWS_BYTES],
    );
    for (let k = 0; k < clusters; k++) {
      totals[k] = numbers[at.totals / 8 + 2 * k]! + numbers[at.totals / 8 + 2 * k + 1]!;
    }
    return { totals, distances: numbers.subarray(at.far / 8, at.far / 8 + clusters * BLOCK_ROWS) };
  };
}
