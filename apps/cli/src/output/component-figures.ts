import { toDense } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';

/** What is told of a component. */
export interface ComponentFigures {
  readonly weight: number;
  /** d means. */
  readonly means: readonly number[];
  /** d standard deviations. */
  readonly deviations: readonly number[];
  /** The correlation of columns i and j. */
  correlation(i: number, j: number): number;
}

/** The figures of each component, in the units of the mixture. */
export function componentFigures(mixture: Mixture): ComponentFigures[] {
  const d = mixture.dimension;
  return mixture.covariances.map((covariance, k) => {
    const matrix = toDense(covariance);
    const deviations = Array.from({ length: d }, (_, j) => Math.sqrt(matrix[j * d + j]!));
    return {
      weight: mixture.weights[k]!,
      means: Array.from(mixture.means[k]!),
      deviations,
      correlation: (i, j) => matrix[i * d + j]! / deviations[i]! / deviations[j]!,
    };
  });
}

/** Whether any two columns are correlated in any component. */
export function hasCorrelations({ covariances }: Mixture): boolean {
  return covariances.some(({ form }) => form === 'dense');
}
