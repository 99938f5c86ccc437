/** 2^27 + 1. */
const SPLITTER = 134_217_729;

/**
 * A mean, rounded once: the quotient of a sum in twice the working precision by a count, corrected by its remainder,
 * so that the mean of equal rows is that row, and rows that come back bring the center back.
 *
 *   c = fl((S + s) / m),   mean = fl(c + (S + s - m c) / m)
 *
 * @param sum  S
 * @param lost  s, what the roundings of S have lost
 *
 * Dekker (1971), A floating-point technique for extending the available precision.
 */
export function meanOfSum(sum: number, lost: number, count: number): number {
  const high = sum + lost;
  const low = lost - (high - sum);
  const mean = high / count;
  const product = count * mean;
  const correction = (high - product - productError(count, mean, product) + low) / count;
  // Of huge numbers the parts overflow; then the quotient must do.
  return correction - correction === 0 ? mean + correction : mean;
}

/** a b - fl(a b), exactly, while nothing overflows or underflows. */
function productError(a: number, b: number, product: number): number {
  const aHigh = highPart(a);
  const bHigh = highPart(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function highPart(x: number): number {
  const scaled = SPLITTER * x;
  return scaled - (scaled - x);
}
