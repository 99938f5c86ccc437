import { describe, expect, it } from 'vitest';
import { multiplyAddModule, UNROLLED } from '../src/peak/multiply-add-module.ts';

type Run = (count: number, factor: number, summand: number) => number;

function runOf(...args: Parameters<typeof multiplyAddModule>): Run {
  const module = new WebAssembly.Module(multiplyAddModule(...args));
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
      expect(runOf(accumulators, 'chained')(2, 0.5, 3)).toBe(expected);
    },
  );

  it.each([1, 2, 7])('multiplies and adds apart as often as it claims (%i accumulators)', (accumulators) => {
    let expected = 0;
    for (let i = 0; i < accumulators; i++) {
      let [sum, product] = [begin(i, 3), begin(i + accumulators, 3)];
      for (let trip = 0; trip < 2 * UNROLLED; trip++) {
        sum += product;
        product *= 0.5;
      }
      expected += sum;
    }
    expect(runOf(accumulators, 'apart')(2, 0.5, 3)).toBe(expected);
  });
});
