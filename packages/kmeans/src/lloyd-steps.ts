import type { Matrix } from '@gaussmix/linalg';
import { type Assignment, assignRows } from './assign-rows.ts';
import type { KMeansResult, KMeansState } from './kmeans-result.ts';
import { moveCenters } from './move-centers.ts';

/** The loop of k-means, on rows about their mean: what `lloyd` shows and `kmeans` drains. */
export function* lloydSteps(
  x: Matrix,
  options: { centers: Matrix; maxIterations: number },
): Generator<KMeansState, KMeansResult> {
  let { centers } = options;
  let assignment = assignRows(x, centers);
  let converged = false;
  let iterations = 0;
  yield state({ centers, assignment, iterations });
  while (!converged && iterations < options.maxIterations) {
    centers = moveCenters(x, centers, assignment);
    const next = assignRows(x, centers);
    converged = sameLabels(next.labels, assignment.labels) && settled(next);
    assignment = next;
    iterations += 1;
    yield state({ centers, assignment, iterations });
  }
  return { ...state({ centers, assignment, iterations }), converged };
}

function state(at: { centers: Matrix; assignment: Assignment; iterations: number }): KMeansState {
  const { centers, assignment, iterations } = at;
  return { centers, labels: assignment.labels, inertia: assignment.inertia, iterations };
}

/** No center is without rows, or no row could give one any work. */
function settled({ counts, inertia }: Assignment): boolean {
  return inertia === 0 || counts.every((count) => count > 0);
}

function sameLabels(a: Int32Array, b: Int32Array): boolean {
  return a.every((label, i) => label === b[i]);
}
