import { erfc, exp, log, logGamma, sincos } from '../../src/index.ts';
import { ROOM_AT, Room } from '../../src/simd/room.ts';
import cases from './bits.json' with { type: 'json' };

/** The functions in plain TypeScript. */
export const plainFunctions: Record<string, (x: number) => number> = {
  exp,
  log,
  logGamma,
  erfc,
  sin: (x) => sincos(x).sin,
  cos: (x) => sincos(x).cos,
};

/** A function of every number of a vector: some have a form in WebAssembly, which does two at a time. */
export type Elementwise = (values: Float64Array) => Float64Array;

/** The functions in WebAssembly; `exp` of numbers, `log` of normal positive ones below 2^1022. */
export function simdFunctions(module: WebAssembly.Module): Record<'exp' | 'log', Elementwise> {
  const room = new Room(module);
  const inPairs =
    (name: 'expPairs' | 'logPairs'): Elementwise =>
    (values) => {
      const pairs = Math.ceil(values.length / 2);
      room.claim({}, 16 * pairs);
      room.numbers.set(values, ROOM_AT / 8);
      room.exports[name](ROOM_AT, pairs);
      return room.numbers.slice(ROOM_AT / 8, ROOM_AT / 8 + values.length);
    };
  return { exp: inPairs('expPairs'), log: inPairs('logPairs') };
}

/** What Python's doubles say: see bits.py. */
export const bits: Readonly<Record<string, { count: number; low: number; high: number; sha256: string }>> =
  cases;

/** The arguments of a case of bits.py. */
export function argumentsOf(name: string): Float64Array {
  const { count, low, high } = bits[name]!;
  let state = 1;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return low + (high - low) * (state / 4294967296);
  });
}

/** The digest of doubles, in hexadecimal. */
export async function sha256Of(numbers: Float64Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', numbers.slice()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
