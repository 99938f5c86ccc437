import type { ClusterKernels, PlacedRows } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { nextCenters } from './next-centers.ts';
import { inertiaOf, type Placing } from './own-distances.ts';

/** Where the loop is. Its labels are those of the next step too: they are overwritten. */
export interface LloydStep extends Placing {
  readonly iterations: number;
  /** How many rows have been looked at so far. */
  readonly rowsLookedAt: number;
  readonly converged: boolean;
}

/** The loop of k-means: what `lloyd` shows and `kmeans` drains. The last step is what it ends with. */
export function* lloydSteps(
  data: PlacedRows,
  options: { centers: Matrix; maxIterations: number; kernels: ClusterKernels },
): Generator<LloydStep, LloydStep> {
  const { maxIterations, kernels } = options;
  let { centers } = options;
  const assignment = kernels.assignment(data, centers.rows);
  const { labels, counts, sums } = assignment;
  let converged = false;
  let iterations = 0;
  const step = (): LloydStep => {
    const { rowsLookedAt } = assignment;
    return { data, centers, labels, iterations, rowsLookedAt, converged };
  };
  assignment.follow(centers);
  yield step();
  while (!converged && iterations < maxIterations) {
    centers = nextCenters({ data, centers, labels, counts, sums }, kernels);
    const moved = assignment.follow(centers);
    iterations += 1;
    // No center is without rows, or no row could give one any work.
    converged = moved === 0 && (!counts.includes(0) || inertiaOf({ data, centers, labels }) === 0);
    yield step();
  }
  return step();
}
