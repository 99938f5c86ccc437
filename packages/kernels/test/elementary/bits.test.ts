import { describe, expect, it } from 'vitest';
import { argumentsOf, bits, plainFunctions, sha256Of } from './bits.ts';

describe.each(Object.entries(plainFunctions))('%s', (name, f) => {
  it("has the bits that Python's doubles give (bits.py)", async () => {
    expect(await sha256Of(argumentsOf(name).map(f))).toBe(bits[name]!.sha256);
  });
});
