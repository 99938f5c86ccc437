import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import { type ClusterSums, type Moves, moveRows } from '../kmeans/move-rows.ts';
import { centerPlaces, stageRows } from './center-places.ts';
import type { Room } from './room.ts';

/** `moveRows` in WebAssembly: two columns at a time. Fewer rows than clusters are not worth the way there. */
export function simdMoveRows(room: Room, { sums, lost }: ClusterSums, moves: Moves): void {
  const { rows, origin, chosen, from, to } = moves;
  const d = origin.length;
  const clusters = sums.length / d;
  const n = chosen.length;
  if (n < clusters) {
    moveRows({ sums, lost }, moves);
    return;
  }
  // The sums, and what they have lost, stand behind the origin.
  const at = centerPlaces(2 * clusters, d, 0);
  room.claim(at, at.bytes);
  const { numbers, exports } = room;
  const first = at.centers / 8 + d;
  numbers.set(origin, at.centers / 8);
  numbers.set(sums, first);
  numbers.set(lost, first + sums.length);
  const list = new Int32Array(numbers.buffer, at.list, BLOCK_ROWS);
  stageRows({ out: new Float64Array(numbers.buffer, at.rows, BLOCK_ROWS * d), list, d }, rows, chosen);
  const labels = new Int32Array(numbers.buffer, at.labels, 2 * n);
  for (let i = 0; i < n; i++) {
    labels[2 * i] = from[i]!;
    labels[2 * i + 1] = to[i]!;
  }
  exports.moveRows(at.list, at.rows, at.centers, at.labels, at.centers + 8 * d, n, clusters, d);
  sums.set(numbers.subarray(first, first + sums.length));
  lost.set(numbers.subarray(first + sums.length, first + 2 * sums.length));
}
