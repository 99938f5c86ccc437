import { contingencyOf, isSamePartition } from './contingency.ts';
import { entropy } from './entropy.ts';
import { expectedMutualInformation } from './expected-mutual-information.ts';
import type { Labels } from './labels.ts';
import { mutualInformationOf } from './mutual-information.ts';

/**
 * How much two partitions of the same rows tell of each other, beyond what chance would give: 1 when they are
 * the same up to names, 0 on average for unrelated ones of the same sizes, negative below that.
 *
 *   AMI = (MI - E[MI]) / ((H(first) + H(second)) / 2 - E[MI])
 *
 * with the exact expectation over all partitions of these sizes, and the arithmetic mean of the entropies,
 * which is scikit-learn's default. Where both put every row together, or every row apart, it is 1.
 * Rather than the adjusted Rand index where some groups are small. Vinh, Epps and Bailey (2010), Journal of
 * Machine Learning Research 11, 2837-2854.
 *
 * @returns at most 1
 * @throws GaussmixError "shape" when one partition labels more rows than the other
 */
export function adjustedMutualInformation(first: Labels, second: Labels): number {
  const crossed = contingencyOf('adjustedMutualInformation', first, second);
  if (isSamePartition(crossed)) return 1;
  const { n } = crossed;
  const expected = expectedMutualInformation(crossed);
  const mean = (entropy(crossed.first.sizes, n) + entropy(crossed.second.sizes, n)) / 2;
  return (mutualInformationOf(crossed) - expected) / (mean - expected);
}
