import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import { distanceMargin, FARTHEST, UNDERFLOW } from '../kmeans/distance-margin.ts';
import type { Nearest, NearestFinder } from '../kmeans/nearest-center.ts';
import type { PlacedCenters } from '../kmeans/placed-centers.ts';
import { type CenterPlaces, centerPlaces, stageRows } from './center-places.ts';
import type { Room } from './room.ts';

/** `nearestCenter` in WebAssembly: four rows at a time. */
export function simdNearestCenter(room: Room, centers: PlacedCenters): NearestFinder {
  const { clusters, dimension: d, origin, values } = centers;
  const at = centerPlaces(clusters, d, 0);
  const margin = distanceMargin(d);
  let views: Views | undefined;
  return (rows, chosen) => {
    if (room.claim(at, at.bytes)) {
      room.numbers.set(origin, at.centers / 8);
      room.numbers.set(values, at.centers / 8 + d);
    }
    const { buffer } = room.numbers;
    if (views?.out.buffer !== buffer) views = viewsAt(at, { buffer, d });
    if (chosen.length > 0) stageRows(views, rows, chosen);
    const groups = (chosen.length + 3) >> 2;
    room.exports.nearestCenter(
      ...[at.list, at.rows, at.centers, at.work, at.near, at.labels, groups, clusters, d],
      ...[margin, FARTHEST, UNDERFLOW],
    );
    return views.found;
  };
}

/** What is in the room, while its memory is there. */
interface Views {
  readonly d: number;
  readonly out: Float64Array;
  readonly list: Int32Array;
  readonly found: Nearest;
}

function viewsAt(at: CenterPlaces, { buffer, d }: { buffer: ArrayBufferLike; d: number }): Views {
  const labels = new Int32Array(buffer, at.labels, BLOCK_ROWS);
  const gaps = new Float64Array(buffer, at.near, BLOCK_ROWS);
  return {
    d,
    out: new Float64Array(buffer, at.rows, BLOCK_ROWS * d),
    list: new Int32Array(buffer, at.list, BLOCK_ROWS),
    found: { labels, gaps },
  };
}
