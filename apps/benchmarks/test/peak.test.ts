import { describe, expect, it } from 'vitest';
import { multiplyAddModule, UNROLLED } from '../src/peak/multiply-add-module.ts';

type Run = (count: number, factor: number, summand: number) => number;

function runOf(accumulators: number): Run {
  const module = new WebAssembly.Module(multiplyAddModule(accumulators));
  return new WebAssembly.Instance(module).exports.run as Run;
}

/** Where local i begins: at the summand doubled i times; the first local with an accumulator is 5. */
const begin = (i: number, summand: number): number => summand * 2 ** (5 + i);

describe('the loop that measures the peak', () => {
  it.each([1, 3, 13])(
    'multiplies and adds in a chain as often as it claims (%i accumulators)',
    (accumulators) => {
      let expected = 0;
      for (let i = 0; i < accumulators; i++) {
        let value = begin(i, 3);
        for (let trip = 0; trip < 2 * UNROLLED; trip++) value = value * 0.5 + 3;
        expected += value;
      }
      expect(runOf(accumulators)(2, 0.5, 3)).toBe(expected);
    },
  );
});
