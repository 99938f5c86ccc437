import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exp, log, logGamma, sincos } from '../../src/index.ts';

interface Case {
  count: number;
  low: number;
  high: number;
  sha256: string;
}

const cases: Record<string, Case> = JSON.parse(readFileSync(new URL('./bits.json', import.meta.url), 'utf8'));

const functions: Record<string, (x: number) => number> = {
  exp,
  log,
  logGamma,
  sin: (x) => sincos(x).sin,
  cos: (x) => sincos(x).cos,
};

describe.each(Object.entries(functions))('%s', (name, f) => {
  it("has the bits that Python's doubles give (bits.py)", () => {
    const { count, low, high, sha256 } = cases[name] as Case;
    const results = new Float64Array(count);
    let state = 1;
    for (let i = 0; i < count; i++) {
      state = (Math.imul(1664525, state) + 1013904223) >>> 0;
      results[i] = f(low + (high - low) * (state / 4294967296));
    }
    expect(createHash('sha256').update(new Uint8Array(results.buffer)).digest('hex')).toBe(sha256);
  });
});
