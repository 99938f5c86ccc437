import { describe, expect, it } from 'vitest';
import { compileKernels } from '../../src/simd/index.ts';
import { argumentsOf, bits, plainFunctions, sha256Of, simdFunctions } from '../elementary/bits.ts';
import { differenceOf } from './parity.ts';

const functions = simdFunctions(compileKernels()!);

/** Numbers in every power of two from the least normal one to 2^1022. */
const POWERS = Array.from({ length: 2044 }, (_, i) => 2 ** (i - 1022)).flatMap((power) => [
  power,
  power * (2 - 2 ** -52),
  power * Math.SQRT2,
  power * 1.3333333333333333,
]);

describe.each(['exp', 'log'] as const)('%s in WebAssembly', (name) => {
  it("has the bits that Python's doubles give (bits.py)", async () => {
    expect(await sha256Of(functions[name](argumentsOf(name)))).toBe(bits[name]!.sha256);
  });
});

describe('exp in WebAssembly', () => {
  it('has the bits of the plain one where it overflows, underflows, and passes through the subnormal numbers', () => {
    const ends = Array.from({ length: 4000 }, (_, i) => -760 + i / 50).concat(
      Array.from({ length: 1000 }, (_, i) => 700 + i / 50),
      [0, -0, Infinity, -Infinity, -1e300, 1e300, 5e-324, -5e-324],
      POWERS,
      POWERS.map((power) => -power),
    );
    const values = Float64Array.from(ends);
    expect(differenceOf(functions.exp(values), values.map(plainFunctions.exp!))).toBe(undefined);
  });
});

describe('log in WebAssembly', () => {
  it('has the bits of the plain one for normal numbers of every size', () => {
    const values = Float64Array.from(POWERS);
    expect(differenceOf(functions.log(values), values.map(plainFunctions.log!))).toBe(undefined);
  });
});
