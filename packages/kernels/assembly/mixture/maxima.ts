/** 1/2 - 1/64, as CUTOFF_SLOPE in src/mixture/packed-mixture.ts. */
// @ts-ignore: decorator
@inline
export const CUTOFF_SLOPE: f64 = 0.484375;

/**
 * Stores the squares of four rows, and keeps the largest joint log-density of each: constant - s / 2.
 */
// @ts-ignore: decorator
@inline
export function keep(squares: usize, maxima: usize, constant: v128, s: v128, t: v128): void {
  v128.store(squares, s);
  v128.store(squares, t, 16);
  const half = f64x2.splat(0.5);
  v128.store(maxima, f64x2.max(v128.load(maxima), f64x2.sub(constant, f64x2.mul(half, s))));
  v128.store(maxima, f64x2.max(v128.load(maxima, 16), f64x2.sub(constant, f64x2.mul(half, t))), 16);
}
