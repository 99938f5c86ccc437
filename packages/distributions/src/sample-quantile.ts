import { GaussmixError } from '@gaussmix/kernels';

/**
 * The q-quantile of some numbers, with linear interpolation between the two nearest: R's type 7, numpy's default. Of the
 * log-densities of rows it is the threshold that a share q of them falls below.
 *
 *   x_(1) <= ... <= x_(n),   h = (n - 1) q,   Q = x_(floor h + 1) + (h - floor h) (x_(floor h + 2) - x_(floor h + 1))
 *
 * @param values  n numbers, at least one; infinities may be among them
 * @param q  from 0 to 1
 * @throws GaussmixError "shape", "not-a-number" or "probability"
 *
 * Hyndman & Fan (1996), definition 7.
 */
export function sampleQuantile(values: ArrayLike<number>, q: number): number {
  const sorted = Float64Array.from(values).sort();
  check(sorted, q);
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return low === high ? low : low + (place - below) * (high - low);
}

/** NaN is sorted to the end. */
function check(sorted: Float64Array, q: number): void {
  if (sorted.length === 0) {
    throw new GaussmixError('shape', 'sampleQuantile: values must be at least one number, got none.');
  }
  if (Number.isNaN(sorted[sorted.length - 1])) {
    const count = sorted.length - sorted.findIndex(Number.isNaN);
    throw new GaussmixError('not-a-number', `sampleQuantile: values must be numbers, got ${count} NaN.`);
  }
  if (q >= 0 && q <= 1) return;
  throw new GaussmixError('probability', `sampleQuantile: q must be a number from 0 to 1, got ${q}.`);
}
