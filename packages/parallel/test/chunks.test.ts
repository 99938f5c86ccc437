import { sumBlocks } from '@gaussmix/em';
import { BLOCK_ROWS, TreeSum } from '@gaussmix/kernels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../src/tasks/chunks.ts';
import { sumOfChunks } from '../src/tasks/sum-of-chunks.ts';

describe('chunks of rows', () => {
  it('are 1,024 times a power of two, cover all rows, and give each thread 32 if there are so many blocks', () => {
    const [rows, threads] = [fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 64 })];
    fc.assert(
      fc.property(rows, threads, (n, count) => {
        const { chunkRows, number } = chunksOf(n, count);
        const blocks = chunkRows / BLOCK_ROWS;
        expect(blocks & (blocks - 1)).toBe(0);
        expect((number - 1) * chunkRows).toBeLessThan(n);
        expect(number * chunkRows).toBeGreaterThanOrEqual(n);
        expect(number).toBeGreaterThanOrEqual(Math.min(32 * count, Math.ceil(n / BLOCK_ROWS)));
      }),
    );
    expect(chunksOf(1_000_000, 2)).toEqual({ chunkRows: 8 * 1024, number: 123 }); // 977 blocks, 8 in each
  });

  it('summed apart and then together give the bits of one tree over all blocks, whatever their size', () => {
    // Numbers of very different size, so that any other order of additions would show.
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 });
    const blocks = fc.array(number, { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0, max: 8 }), (values, power) => {
        const whole = new TreeSum(1);
        for (const value of values) whole.push(Float64Array.of(value));
        const size = 1 << power;
        const chunks = Array.from({ length: Math.ceil(values.length / size) }, (_, chunk) => {
          const part = new TreeSum(1);
          for (const value of values.slice(chunk * size, (chunk + 1) * size))
            part.push(Float64Array.of(value));
          return part.finish();
        });
        expect(sumOfChunks(chunks, 1)).toEqual(whole.finish());
      }),
      { numRuns: 1000 },
    );
  });

  it('of rows are summed block by block', () => {
    const data = Float64Array.from({ length: 3000 }, (_, i) => i);
    const seen: [number, number][] = [];
    const blocks = sumBlocks(
      (sums, { rows, from, to }) => {
        seen.push([from, to]);
        for (let i = from; i < to; i++) sums[0] = sums[0]! + rows[i]!;
      },
      { tree: new TreeSum(1), data, from: 0, to: 3000 },
    );
    let block = blocks.next();
    while (!block.done) block = blocks.next();
    expect(block.value).toEqual(Float64Array.of((2999 * 3000) / 2));
    expect(seen.flat()).toEqual([0, 1024, 1024, 2048, 2048, 3000]);
  });
});
