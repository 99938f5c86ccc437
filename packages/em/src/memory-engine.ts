import type { Kernels } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix } from '@gaussmix/linalg';
import type { SynchronousEngine } from './engine.ts';
import { momentsOver } from './moments-over.ts';

/**
 * An engine over rows in memory, block by block on this thread. It answers at once, so it hears no signal.
 *
 * @param rows  n x d, in the fit's coordinates; kept, not copied
 * @param kernels  the hot loops; in WebAssembly where the platform has its SIMD instructions, when absent
 * @returns an engine; memory beyond the rows is O(K d^2 log n)
 */
export function memoryEngine(rows: Matrix, kernels: Kernels = simdKernels()): SynchronousEngine {
  return {
    rows: rows.rows,
    columns: rows.columns,
    moments(request) {
      const blocks = momentsOver({ rows, kernels }, request);
      let block = blocks.next();
      while (!block.done) block = blocks.next();
      return block.value;
    },
    close() {},
  };
}
