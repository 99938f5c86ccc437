import type { MatrixLike } from '@gaussmix/linalg';
import { bootstrapHere } from './bootstrapping.ts';
import {
  type ComponentsTest,
  planSequence,
  type TestComponentsOptions,
  testingInRow,
} from './sequence-plan.ts';

/**
 * How many components, by bootstrap likelihood-ratio tests: K against K + 1 from the first number given on, until one is
 * not rejected. The fit that beat one null hypothesis is the next.
 *
 * @param x  n x d
 * @returns the number chosen, its fit, and every test that was made
 * @throws GaussmixError for bad data or options, before any work is done; what `fitMixture` throws
 *
 * McLachlan & Peel (2000), section 6.6.
 */
export function testComponents(x: MatrixLike, options: TestComponentsOptions): ComponentsTest {
  const plan = planSequence('testComponents', x, options);
  return bootstrapHere(testingInRow(plan), plan.x, options);
}
