import type { Kernels } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix } from '@gaussmix/linalg';
import type { Engine } from './engine.ts';
import { eventLoop } from './event-loop.ts';
import { passesOf } from './passes-of.ts';
import { sumBlocks } from './sum-blocks.ts';

/**
 * An engine over rows in memory on this thread that lets the event loop turn after each block of rows, and so hears a
 * signal within one. The same bits as {@link memoryEngine}.
 *
 * @param rows  n x d, in the fit's coordinates; kept, not copied
 * @param kernels  the hot loops; in WebAssembly where the platform has its SIMD instructions, when absent
 * @returns an engine; memory beyond the rows is O(K d^2 log n)
 */
export function turningEngine(rows: Matrix, kernels: Kernels = simdKernels()): Engine {
  const summands = { data: rows.data, from: 0, to: rows.rows, kernels };
  const loop = eventLoop();
  return {
    rows: rows.rows,
    columns: rows.columns,
    async moments(request) {
      const passes = passesOf(request, rows.rows);
      let next = passes.next();
      while (!next.done) {
        const blocks = sumBlocks(next.value, summands);
        let block = blocks.next();
        while (!block.done) {
          await loop.turn();
          request.signal?.throwIfAborted();
          block = blocks.next();
        }
        next = passes.next(block.value);
      }
      return next.value;
    },
    close: () => loop.close(),
  };
}
