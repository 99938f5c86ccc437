import { log } from '@gaussmix/kernels';
import { type Contingency, contingencyOf } from './contingency.ts';
import type { Labels } from './labels.ts';

/**
 * Mutual information of two partitions of the same rows, in nats: what one label tells of the other.
 *
 *   MI = sum_ij n_ij / n ln(n n_ij / (a_i b_j))
 *
 * n_ij rows have label i in the first partition and j in the second, a_i and b_j have them in each. It is 0
 * for independent partitions and the entropy of each for equal ones. It grows with the number of labels even
 * where they mean nothing: `adjustedMutualInformation` takes that off. O(n). Cover and Thomas (2006), 2.28.
 *
 * @returns at least 0; 0 when there are no rows
 * @throws GaussmixError "shape" when one partition labels more rows than the other
 */
export function mutualInformation(first: Labels, second: Labels): number {
  return mutualInformationOf(contingencyOf('mutualInformation', first, second));
}

/** Mutual information, in nats, of partitions that were crossed already. */
export function mutualInformationOf({ n, first, second, cells }: Contingency): number {
  const information = cells.reduce((sum, { row, column, count }) => {
    const expected = first.sizes[row]! * second.sizes[column]!;
    return sum + (count / n) * log((n * count) / expected);
  }, 0);
  return Math.max(0, information); // rounding may leave independent partitions a little below
}
