import { type ClusterKernels, GaussmixError, type PlacedRows } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import type { KMeansResult } from './kmeans-result.ts';
import { lloydSteps } from './lloyd-steps.ts';
import { inertiaOf } from './own-distances.ts';
import { backFromOrigin, fromOrigin } from './placed-rows.ts';

/** How often the centers of one start may move, unless the caller says. */
export const MAX_ITERATIONS = 300;

/**
 * K-means from one start.
 *
 * @param centers  K x d, in the units of the data
 * @throws GaussmixError "clusters" when there are fewer different rows
 */
export function oneRun(
  data: PlacedRows,
  { centers, ...options }: { centers: Matrix; maxIterations: number; kernels: ClusterKernels },
): KMeansResult {
  const steps = lloydSteps(data, { centers: fromOrigin(centers, data.origin), ...options });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { labels, iterations, converged } = step.value;
  const inertia = inertiaOf(step.value);
  if (inertia === 0) requireDifferentRows(labels, centers.rows);
  return { centers: backFromOrigin(step.value.centers, data.origin), labels, inertia, iterations, converged };
}

/** With an inertia of 0 each cluster in use is one repeated row, so that the unused ones have nowhere to go. */
function requireDifferentRows(labels: Int32Array, clusters: number): void {
  const used = new Set(labels).size;
  if (used === clusters) return;
  throw new GaussmixError(
    'clusters',
    `kmeans: clusters must be at most the number of different rows (${used}), got ${clusters}. Try fewer clusters.`,
  );
}
