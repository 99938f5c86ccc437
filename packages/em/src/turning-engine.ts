import type { Kernels } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix } from '@gaussmix/linalg';
import type { Engine } from './engine.ts';
import { eventLoop } from './event-loop.ts';
import { momentsOver } from './moments-over.ts';

/**
 * An engine over rows in memory on this thread that lets the event loop turn after each block of rows, and so hears a
 * signal within one. The same bits as {@link memoryEngine}.
 *
 * @param rows  n x d, in the fit's coordinates; kept, not copied
 * @param kernels  the hot loops; in WebAssembly where the platform has its SIMD instructions, when absent
 * @returns an engine; memory beyond the rows is O(K d^2 log n)
 */
export function turningEngine(rows: Matrix, kernels: Kernels = simdKernels()): Engine {
  const loop = eventLoop();
  return {
    rows: rows.rows,
    columns: rows.columns,
    async moments(request) {
      const blocks = momentsOver({ rows, kernels }, request);
      let block = blocks.next();
      while (!block.done) {
        await loop.turn();
        request.signal?.throwIfAborted();
        block = blocks.next();
      }
      return block.value;
    },
    close: () => loop.close(),
  };
}
