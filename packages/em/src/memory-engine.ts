import { packMixture } from '@gaussmix/distributions';
import { BLOCK_ROWS, type Kernels, momentLayout, plainKernels, TreeSum } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import type { SynchronousEngine } from './engine.ts';
import { momentsFromSums } from './moments.ts';

/**
 * An engine over rows in memory, block by block on this thread.
 *
 * @param rows  n x d, in the fit's coordinates; kept, not copied
 * @param kernels  the hot loops
 * @returns an engine; memory beyond the rows is O(K d^2 log n)
 */
export function memoryEngine(rows: Matrix, kernels: Kernels = plainKernels): SynchronousEngine {
  return {
    rows: rows.rows,
    columns: rows.columns,
    moments({ mixture, want, assignment }) {
      const layout = momentLayout(mixture.weights.length, mixture.dimension, want);
      const accumulate = kernels.blockAccumulator(packMixture(mixture), { layout, assignment });
      const tree = new TreeSum(layout.length);
      for (let from = 0; from < rows.rows; from += BLOCK_ROWS) {
        const sums = tree.next();
        accumulate(sums, { rows: rows.data, from, to: Math.min(from + BLOCK_ROWS, rows.rows) });
        tree.push(sums);
      }
      return momentsFromSums(tree.finish(), layout);
    },
    close() {},
  };
}
