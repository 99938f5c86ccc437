import type { CovarianceStructure } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { type Initial, iterate } from '@gaussmix/em';
import type { DataSet } from './data-sets.ts';

/** Where EM starts, but for starts that are bad on purpose, which have to be looked for. */
export interface StartChoice {
  readonly start: 'placed' | 'k-means++' | 'random' | 'spread';
  readonly components: number;
  readonly seed: number;
  /** K means of d numbers, one after the other, for "placed"; what `k-means++` would draw when they are not so many. */
  readonly means: readonly number[];
  readonly covariance: CovarianceStructure;
  readonly regularization: number | 'auto';
}

/**
 * The mixture that EM starts from.
 *
 * @throws what iterate throws
 */
export function startMixture(data: DataSet, choice: StartChoice): Mixture {
  const { components, seed, covariance, regularization } = choice;
  const initial = initialOf(data, choice);
  const steps = iterate(data.rows, {
    ...{ components, seed, covariance, regularization, initial },
    tolerance: 0,
    maxIterations: 0,
  });
  return steps.next().value.mixture;
}

function initialOf({ rows, startVariance }: DataSet, { start, components, means }: StartChoice): Initial {
  if (start === 'random') return 'random';
  if (start === 'spread') return 'random-from-data';
  if (start === 'k-means++' || means.length !== components * rows.columns) return 'k-means++';
  const vectors = Array.from({ length: components }, (_, k) =>
    means.slice(k * rows.columns, (k + 1) * rows.columns),
  );
  if (startVariance === undefined) return { means: vectors };
  return { means: vectors, covariances: vectors.map(() => startVariance) };
}
