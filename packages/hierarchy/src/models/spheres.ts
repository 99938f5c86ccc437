import { log } from '@gaussmix/kernels';
import { type Groups, joinGroups } from '../groups.ts';
import type { MergeCosts } from './tree-model.ts';
import { withinTraces } from './within.ts';

/**
 * VII: spheres, each of its own size. The criterion is
 *
 *   sum over groups of n_k log((tr W_k + alpha) / n_k)
 *
 * where alpha keeps groups of one row from being infinitely likely. Fraley (1998), SIAM Journal on Scientific
 * Computing 20, 270-281.
 *
 * @param alpha  in squared units of the data
 * @returns the costs, which follow the groups
 */
export function spheres(groups: Groups, alpha: number): MergeCosts {
  const { dimension: d, counts, means } = groups;
  const traces = withinTraces(groups);
  const terms = traces.map((trace, group) => counts[group]! * log((trace + alpha) / counts[group]!));

  function tracesTogether(i: number, j: number): number {
    const ni = counts[i]!;
    const nj = counts[j]!;
    let squared = 0;
    for (let k = 0, p = i * d, q = j * d; k < d; k++) {
      const difference = means[p + k]! - means[q + k]!;
      squared += difference * difference;
    }
    return traces[i]! + traces[j]! + ((ni * nj) / (ni + nj)) * squared;
  }

  return {
    steady: true,
    cost(i, j) {
      const count = counts[i]! + counts[j]!;
      return count * log((tracesTogether(i, j) + alpha) / count) - (terms[i]! + terms[j]!);
    },
    merge(a, b) {
      traces[a] = tracesTogether(a, b);
      joinGroups(groups, a, b);
      terms[a] = counts[a]! * log((traces[a]! + alpha) / counts[a]!);
      return 1;
    },
  };
}
