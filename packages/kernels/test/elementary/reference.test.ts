import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { erfc, exp, log, logGamma, sincos } from '../../src/index.ts';

/** An argument, the true value rounded to a double, and what rounding left out, in units in the last place. */
type Row = [x: number, y: number, rest: number];

const reference: Record<string, Row[]> = JSON.parse(
  readFileSync(new URL('./reference.json', import.meta.url), 'utf8'),
);

/** The bounds that the docstrings state, in units in the last place. */
const functions: { name: string; f: (x: number) => number; bound: number }[] = [
  { name: 'exp', f: exp, bound: 1 },
  { name: 'log', f: log, bound: 1 },
  { name: 'sin', f: (x) => sincos(x).sin, bound: 1 },
  { name: 'cos', f: (x) => sincos(x).cos, bound: 1 },
  { name: 'logGamma', f: logGamma, bound: 4 },
  { name: 'erfc', f: erfc, bound: 2 },
];

describe.each(functions)('$name against 1400-bit arithmetic (reference.py)', ({ name, f, bound }) => {
  it(`errs by less than ${bound} in the last place`, () => {
    const rows = reference[name] ?? [];
    expect(rows.length).toBeGreaterThan(350);
    const wrong = rows.filter(([x, y, rest]) => !(Math.abs((f(x) - y) / ulp(y) - rest) < bound));
    expect(wrong).toEqual([]);
  });
});

/** The distance from |y| to the next double away from zero. */
function ulp(y: number): number {
  const float = new Float64Array([Math.abs(y)]);
  const bits = new BigInt64Array(float.buffer);
  bits[0] = (bits[0] as bigint) + 1n;
  const next = float[0] as number;
  return next === Infinity ? 2 ** 971 : next - Math.abs(y);
}
