/**
 * How far a computed distance may be off, with room to spare, as a fraction: 4 h for h = (d + 4) u, u = 2^-53.
 *
 * A squared distance in floating point, a sum of d squares of differences, is within a factor 1 +- (d + 2) u (1 + O(u))
 * of the true one, and its root within 1 +- h, but for {@link UNDERFLOW} and where squares overflow. The rest of 4 h is
 * for a few more roundings by whoever adds and compares such distances.
 */
export function distanceMargin(d: number): number {
  return 4 * (d + 4) * 1.1102230246251565e-16;
}

/** Underflow takes less than 2^-537 sqrt(d) from a distance: this is 2^-497. */
export const UNDERFLOW = 2.443949090799684e-150;

/** A distance whose square overflows is larger than this. */
export const FARTHEST = 1e154;
