import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { palettePng } from '../../../src/pages/uses-colors/palette-png.ts';

const gray = (k: number) => [k, k, k] as const;

/** The chunks of a PNG by their types, as the standard lays them out: length, type, data, check. */
function chunksOf(file: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(file);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

describe('palettePng', () => {
  it.each([
    { colors: 2, depth: 1 },
    { colors: 3, depth: 2 },
    { colors: 4, depth: 2 },
    { colors: 5, depth: 4 },
    { colors: 16, depth: 4 },
    { colors: 17, depth: 8 },
  ])('takes $depth bits a pixel for $colors colors, of the kind with a palette', ({ colors, depth }) => {
    const palette = Array.from({ length: colors }, (_, k) => gray(k));
    const header = chunksOf(palettePng({ width: 5, height: 1, palette, indexes: [0, 1, 0, 1, 0] })).get(
      'IHDR',
    )!;
    // Width, height, depth, kind 3.
    expect([header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]]).toEqual([5, 1, depth, 3]);
  });

  it('packs pixels from the high bits down, and begins each line with a byte', () => {
    const palette = [gray(0), gray(1), gray(2), gray(3)];
    const file = palettePng({ width: 5, height: 2, palette, indexes: [3, 2, 1, 0, 3, 0, 1, 2, 3, 1] });
    const chunks = chunksOf(file);
    expect([...chunks.get('PLTE')!]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
    // Each line begins with the kind of its filter, 0 for none.
    const lines = inflateSync(chunks.get('IDAT')!);
    expect([...lines]).toEqual([0, 0b11100100, 0b11000000, 0, 0b00011011, 0b01000000]);
  });
});
