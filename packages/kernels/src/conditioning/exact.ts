const SPLITTER = 134217729; // 2^27 + 1

/**
 * The rounding error of a sum: a + b = sum + twoSumError(a, b, sum) exactly.
 *
 * @param sum  a + b as rounded
 * @returns the part of a + b that `sum` lost
 *
 * Knuth (1997), section 4.2.2, theorem B.
 */
export function twoSumError(a: number, b: number, sum: number): number {
  const bRounded = sum - a;
  return a - (sum - bRounded) + (b - bRounded);
}

/**
 * The rounding error of a product: a * b = product + twoProductError(a, b, product) exactly, while nothing
 * overflows or underflows (sizes between 1e-140 and 1e140 are safe).
 *
 * @param product  a * b as rounded
 * @returns the part of a * b that `product` lost
 *
 * Dekker (1971), by Veltkamp's splitting.
 */
export function twoProductError(a: number, b: number, product: number): number {
  const scaledA = SPLITTER * a;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = SPLITTER * b;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}
