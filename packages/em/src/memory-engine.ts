import { packMixture } from '@gaussmix/distributions';
import {
  BLOCK_ROWS,
  type Counting,
  type Kernels,
  momentLayout,
  omissionsMatter,
  plainKernels,
  TreeSum,
} from '@gaussmix/kernels';
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
      const packed = packMixture(mixture);
      const layout = momentLayout(mixture.weights.length, mixture.dimension, want);
      const sumsCounting = (counting: Counting): Float64Array => {
        const accumulate = kernels.blockAccumulator(packed, { layout, assignment, counting });
        const tree = new TreeSum(layout.length);
        for (let from = 0; from < rows.rows; from += BLOCK_ROWS) {
          const sums = tree.next();
          accumulate(sums, { rows: rows.data, from, to: Math.min(from + BLOCK_ROWS, rows.rows) });
          tree.push(sums);
        }
        return tree.finish();
      };
      const sums = sumsCounting('what-matters');
      const again = omissionsMatter(packed, { sums, layout, rows: rows.rows });
      return momentsFromSums(again ? sumsCounting('all') : sums, layout);
    },
    close() {},
  };
}
