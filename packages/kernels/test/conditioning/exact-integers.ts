const bits = new DataView(new ArrayBuffer(8));

/** How many units are in 1: the unit is 2^-1074, the least double, of which every double is a whole number. */
export const UNITS_IN_ONE = 1n << 1074n;

/**
 * A finite double as a whole number of units of 2^-1074, exactly. Sums of doubles are sums of these, products are
 * products in units of 2^-2148.
 */
export function unitsOf(x: number): bigint {
  bits.setFloat64(0, x);
  const pattern = bits.getBigUint64(0);
  const exponent = (pattern >> 52n) & 0x7ffn;
  const fraction = pattern & 0xfffffffffffffn;
  const magnitude = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
  return pattern >> 63n === 0n ? magnitude : -magnitude;
}

/** The ratio of two whole numbers as a double, right to some 15 digits; for sizes of errors. */
export function ratio(numerator: bigint, denominator: bigint): number {
  const scale = 1n << 200n;
  return Number((numerator * scale) / denominator) / 2 ** 200;
}
