import type { MatrixLike } from '@gaussmix/linalg';
import { type AsyncBootstrapOptions, bootstrapThere } from './bootstrapping.ts';
import {
  type ComponentsTest,
  planSequence,
  type TestComponentsOptions,
  testingInRow,
} from './sequence-plan.ts';

/**
 * What `testComponents` does, where the caller wants its replicates made: the same answer, bit for bit. The fits of x
 * itself are made on this thread.
 *
 * @param x  n x d
 * @returns a promise of the number chosen, its fit, and every test that was made
 * @throws what `testComponents` throws, the signal's reason, and what the runner throws
 */
export async function testComponentsAsync(
  x: MatrixLike,
  options: TestComponentsOptions & AsyncBootstrapOptions,
): Promise<ComponentsTest> {
  const { runner, signal, ...others } = options;
  const plan = planSequence('testComponentsAsync', x, others);
  return bootstrapThere(testingInRow(plan), plan.x, options);
}
