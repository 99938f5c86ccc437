/** Numbers that look random and are the same in every run. */
export interface Sequence {
  /** A number between low and high, both excluded. */
  between(low: number, high: number): number;
}

/**
 * Mulberry32, a small generator by T. Ettinger (public domain): a counter in steps of the golden ratio, mixed until
 * no bit remembers its place. Enough to make matrices in general position; samples come from @gaussmix/random.
 *
 * @param seed  a whole number
 */
export function createSequence(seed: number): Sequence {
  let counter = seed | 0;
  return {
    between(low, high) {
      counter = (counter + 0x6d2b79f5) | 0;
      let mixed = Math.imul(counter ^ (counter >>> 15), counter | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      const uniform = (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
      return low + (high - low) * uniform;
    },
  };
}
