import { log } from '@gaussmix/kernels';
import { type Contingency, contingencyOf, type Side } from './contingency.ts';
import { entropy } from './entropy.ts';
import type { Labels } from './labels.ts';

/** How clusters go with classes: each from 0 to 1, larger is better. */
export interface VMeasure {
  /** 1 when every cluster holds rows of one class only. */
  readonly homogeneity: number;
  /** 1 when every class lies in one cluster only. */
  readonly completeness: number;
  /** The harmonic mean of both. */
  readonly vMeasure: number;
}

/**
 * How far clusters keep to classes, and classes to clusters.
 *
 *   homogeneity  h = 1 - H(class | cluster) / H(class)
 *   completeness c = 1 - H(cluster | class) / H(cluster)
 *   V = 2 h c / (h + c)
 *
 * h is 1 when there is one class, c when there is one cluster; V is 0 when both are 0. Not adjusted for chance:
 * many small clusters raise h. O(n). Rosenberg and Hirschberg (2007), EMNLP-CoNLL, 410-420.
 *
 * @returns homogeneity, completeness and their harmonic mean; exchanging the partitions exchanges the first two
 * @throws GaussmixError "shape" when one partition labels more rows than the other
 */
export function vMeasure(classes: Labels, clusters: Labels): VMeasure {
  const crossed = contingencyOf('vMeasure', classes, clusters);
  const { n, first, second, cells } = crossed;
  const inCluster = conditionalEntropy(crossed, second, (cell) => cells[cell]!.column);
  const inClass = conditionalEntropy(crossed, first, (cell) => cells[cell]!.row);
  const homogeneity = known(inCluster, entropy(first.sizes, n));
  const completeness = known(inClass, entropy(second.sizes, n));
  const sum = homogeneity + completeness;
  return { homogeneity, completeness, vMeasure: sum > 0 ? (2 * homogeneity * completeness) / sum : 0 };
}

/** -sum_ij n_ij / n ln(n_ij / b_j): what is open about one label of a row when the other, on `side`, is known. */
function conditionalEntropy(
  { n, cells }: Contingency,
  { sizes }: Side,
  groupOf: (cell: number) => number,
): number {
  return cells.reduce((sum, { count }, cell) => sum - (count / n) * log(count / sizes[groupOf(cell)]!), 0);
}

/** The share of an entropy that is no longer open. */
function known(open: number, all: number): number {
  return all > 0 ? Math.max(0, 1 - open / all) : 1;
}
