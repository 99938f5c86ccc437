import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { NearestTwo, NearestTwoFinder } from '../kmeans/nearest-two.ts';
import type { PlacedCenters } from '../kmeans/placed-centers.ts';
import { type CenterPlaces, centerPlaces, gatherRows } from './center-places.ts';
import type { Room } from './room.ts';

/** `nearestTwo` in WebAssembly: four rows at a time. */
export function simdNearestTwo(room: Room, centers: PlacedCenters): NearestTwoFinder {
  const { clusters, dimension: d, origin, values } = centers;
  const at = centerPlaces(clusters, d, 1);
  let found: NearestTwo | undefined;
  return (rows, chosen) => {
    if (room.claim(at, at.bytes)) {
      room.numbers.set(origin, at.centers / 8);
      room.numbers.set(values, at.centers / 8 + d);
    }
    const { numbers, exports } = room;
    if (found?.nearest.buffer !== numbers.buffer) found = answerAt(at, numbers.buffer);
    if (chosen.length > 0)
      gatherRows(numbers.subarray(at.rows / 8, at.rows / 8 + chosen.length * d), rows, chosen);
    const groups = (chosen.length + 3) >> 2;
    exports.nearestTwo(at.rows, at.centers, at.work, at.near, at.far, at.labels, groups, clusters, d);
    return found;
  };
}

function answerAt(at: CenterPlaces, buffer: ArrayBufferLike): NearestTwo {
  return {
    labels: new Int32Array(buffer, at.labels, BLOCK_ROWS),
    nearest: new Float64Array(buffer, at.near, BLOCK_ROWS),
    second: new Float64Array(buffer, at.far, BLOCK_ROWS),
  };
}
