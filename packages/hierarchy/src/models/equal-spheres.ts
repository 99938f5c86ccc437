import { type Groups, joinGroups } from '../groups.ts';
import type { MergeCosts } from './tree-model.ts';

/**
 * EII: spheres of one size. The criterion is the sum of squares within groups, tr W, and merging costs
 *
 *   n_i n_j / (n_i + n_j) |m_i - m_j|^2
 *
 * Ward (1963), Journal of the American Statistical Association 58, 236-244.
 *
 * @returns the costs, which follow the groups
 */
export function equalSpheres(groups: Groups): MergeCosts {
  const { dimension: d, counts, means } = groups;
  return {
    steady: true,
    cost(i, j) {
      const ni = counts[i]!;
      const nj = counts[j]!;
      let squared = 0;
      for (let k = 0, p = i * d, q = j * d; k < d; k++) {
        const difference = means[p + k]! - means[q + k]!;
        squared += difference * difference;
      }
      return ((ni * nj) / (ni + nj)) * squared;
    },
    merge(a, b) {
      joinGroups(groups, a, b);
      return 1;
    },
  };
}
