/**
 * A fixed value in [0, 1) for each pair of whole numbers: grain that looks random and never moves.
 *
 * The pair is mixed into 32 bits by multiplications and shifts, as in MurmurHash3 (A. Appleby, 2011).
 */
export function scatter(seed: number, a: number, b: number): number {
  return scatterBits(seed, a, b) / 4294967296;
}

/** The 32 bits behind `scatter`. */
export function scatterBits(seed: number, a: number, b: number): number {
  let bits = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(seed, 0xc2b2ae35);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
