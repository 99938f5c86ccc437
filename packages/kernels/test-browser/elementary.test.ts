import { describe, expect, it } from 'vitest';
import { compileKernels } from '../src/simd/index.ts';
import { argumentsOf, bits, plainFunctions, sha256Of, simdFunctions } from '../test/elementary/bits.ts';

describe.each(Object.entries(plainFunctions))('%s in a page', (name, f) => {
  it("has the bits that Python's doubles give (bits.py)", async () => {
    expect(await sha256Of(argumentsOf(name).map(f))).toBe(bits[name]!.sha256);
  });
});

describe.each(['exp', 'log'] as const)('%s in WebAssembly in a page', (name) => {
  it("has the bits that Python's doubles give (bits.py)", async () => {
    const f = simdFunctions(compileKernels()!)[name];
    expect(await sha256Of(f(argumentsOf(name)))).toBe(bits[name]!.sha256);
  });
});
