/** 2^k at index k + 541, k = -541 ... 513: half of the exponents that a double can have. All exact. */
const POWERS_OF_TWO: Float64Array = /* @__PURE__ */ powersOfTwo(-541, 513);

/**
 * 2^k x, rounded once, for every whole k from -1082 to 1026: also where 2^k itself is no double.
 *
 * In two steps, by half of the exponent and by the rest: only the last one can round. From a table, because
 * writing the bits of 2^k as 32-bit words and reading them back as a double stalls the processor for longer
 * than all the rest of exp or log takes.
 */
export function scaleByPowerOfTwo(x: number, k: number): number {
  const half = k >> 1;
  return x * (POWERS_OF_TWO[half + 541] as number) * (POWERS_OF_TWO[k - half + 541] as number);
}

function powersOfTwo(lowest: number, highest: number): Float64Array {
  const powers = new Float64Array(highest - lowest + 1);
  powers[-lowest] = 1;
  for (let i = -lowest + 1; i < powers.length; i++) powers[i] = 2 * (powers[i - 1] as number);
  for (let i = -lowest - 1; i >= 0; i--) powers[i] = (powers[i + 1] as number) / 2;
  return powers;
}
