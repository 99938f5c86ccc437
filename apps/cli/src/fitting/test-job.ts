import type { FitOptions } from '@gaussmix/em';
import type { Matrix } from '@gaussmix/linalg';
import { type ComponentsTest, type ReplicateRunner, testComponentsAsync } from '@gaussmix/model-selection';
import { structureNamed } from './structure-named.ts';
import type { Watch } from './watch.ts';

/** Tests of numbers of components, one after the other. Plain data, which can be posted to a worker. */
export interface TestJob {
  /** n x d */
  readonly matrix: Matrix;
  /** In a row, two or more. */
  readonly components: readonly number[];
  /** The name of a covariance structure. */
  readonly covariance: string;
  readonly replicates: number;
  readonly level: number;
  /** What all fits share. */
  readonly options: Omit<FitOptions, 'components' | 'covariance' | 'kernels' | 'onIteration' | 'initial'>;
}

/**
 * Makes the tests of a job until one is not rejected.
 *
 * @param how  `runner`: who makes the replicates; this thread when absent
 * @throws GaussmixError for what is wrong with the data
 */
export function runTest(
  { matrix, components, covariance, replicates, level, options }: TestJob,
  { watch, runner }: { readonly watch: Watch; readonly runner?: ReplicateRunner },
): Promise<ComponentsTest> {
  const planned = components.length - 1;
  const tell = (count: number, share: number, what: string) =>
    watch.tell(
      (count - components[0]! + share) / planned,
      `${count} against ${count + 1} components: ${what}`,
    );
  tell(components[0]!, 0, 'fitting');
  return testComponentsAsync(matrix, {
    ...{ ...options, components, replicates, level, covariance: structureNamed(covariance) },
    onReplicate: ({ components: count, done }) =>
      tell(count, done / replicates, `replicate ${done} of ${replicates}`),
    ...(runner && { runner }),
  });
}
