/**
 * The q-quantile of some numbers, with linear interpolation between the two nearest: R's type 7, numpy's default.
 *
 *   x_(1) <= ... <= x_(n),   h = (n - 1) q,   Q = x_(floor h + 1) + (h - floor h) (x_(floor h + 2) - x_(floor h + 1))
 *
 * @param values  n numbers, at least one
 * @param q  from 0 to 1
 *
 * Hyndman & Fan (1996), definition 7.
 */
export function quantile(values: ArrayLike<number>, q: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return low === high ? low : low + (place - below) * (high - low);
}
