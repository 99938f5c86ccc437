import { BLOCK_ROWS } from '../blocks/block-rows.ts';
import type { TriangleUndoer, TriangularCoordinates } from '../conditioning/triangle-undoer.ts';
import { Places, type Room } from './room.ts';

/** 2^27 + 1, which splits a double into two halves. */
const SPLITTER = 134217729;

/** `triangleUndoer` in WebAssembly, two rows at a time. */
export function simdTriangleUndoer(room: Room, { origin, factor }: TriangularCoordinates): TriangleUndoer {
  const d = origin.length;
  const owner = {};
  const places = new Places();
  const rowsAt = places.take((BLOCK_ROWS + 1) * d * 8);
  const originAt = places.take(8 * d);
  const factorAt = places.take((24 * d * (d + 1)) / 2);
  const solvedAt = places.take(64 * d);

  function write(numbers: Float64Array): void {
    numbers.set(origin, originAt / 8);
    let at = factorAt / 8;
    for (let j = 0; j < d; j++) {
      for (let i = 0; i <= j; i++) {
        const entry = factor[j * d + i]!;
        const scaled = SPLITTER * entry;
        const upper = scaled - (scaled - entry);
        numbers[at++] = entry;
        numbers[at++] = upper;
        numbers[at++] = entry - upper;
      }
    }
  }

  return (out, { rows, from, to }) => {
    if (room.claim(owner, places.bytes)) write(room.numbers);
    const { numbers } = room;
    numbers.set(rows.subarray(from * d, to * d), rowsAt / 8);
    room.exports.undoTriangle(rowsAt, to - from, d, originAt, factorAt, solvedAt);
    out.set(numbers.subarray(rowsAt / 8, rowsAt / 8 + (to - from) * d), from * d);
  };
}
