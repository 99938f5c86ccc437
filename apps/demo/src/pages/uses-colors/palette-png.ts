import { encode } from 'fast-png';

/** A picture of few colors. */
export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each color, 0 to 255; at most 256 of them. */
  readonly palette: readonly (readonly [number, number, number])[];
  /** width x height: which color each pixel has. */
  readonly indexes: ArrayLike<number>;
}

/** The file of a picture: a PNG with a palette, of as few bits a pixel as its colors need (1, 2, 4 or 8). */
export function palettePng({ width, height, palette, indexes }: IndexedPicture): Uint8Array {
  const depth = palette.length <= 2 ? 1 : palette.length <= 4 ? 2 : palette.length <= 16 ? 4 : 8;
  const perByte = 8 / depth;
  const stride = Math.ceil(width / perByte);
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shift = 8 - depth * (1 + (x % perByte));
      data[y * stride + Math.floor(x / perByte)] |= indexes[y * width + x] << shift;
    }
  }
  const image = {
    width,
    height,
    data,
    depth,
    channels: 1,
    palette: palette.map((color) => [...color]),
  } as const;
  return encode(image, { zlib: { level: 9 } });
}
