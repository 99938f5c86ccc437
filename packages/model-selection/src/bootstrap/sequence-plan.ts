import type { Fit } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import type { MatrixLike } from '@gaussmix/linalg';
import type { Bootstrapping } from './bootstrapping.ts';
import { requireLevel } from './check-options.ts';
import { nullFitOf } from './likelihood-ratio.ts';
import {
  type LikelihoodRatioTest,
  planRatio,
  type RatioOptions,
  type RatioPlan,
  requireTestable,
  testing,
} from './ratio-plan.ts';

/** Which numbers of components to decide between, and how. */
export interface TestComponentsOptions extends RatioOptions {
  /** The numbers of components that may be chosen, one after the other, such as `range(1, 5)`. */
  readonly components: readonly number[];
  /** A p-value up to this rejects K components; 0.05 when absent. */
  readonly level?: number;
  /** Is told each test when it is done. */
  readonly onTest?: (test: LikelihoodRatioTest) => void;
}

/** How many components there are, by tests. Plain data. */
export interface ComponentsTest {
  /** The number chosen: the first that is not rejected, or the last. */
  readonly components: number;
  /** Its fit. */
  readonly fit: Fit;
  /** False when all were rejected up to the last, which itself was not tested: there may be more. */
  readonly conclusive: boolean;
  /** The tests made, in order: the first number against the second, and so on. */
  readonly tests: readonly LikelihoodRatioTest[];
}

/** Tests in a row, checked and ready to run. */
export interface SequencePlan extends RatioPlan {
  readonly components: readonly number[];
  readonly level: number;
  readonly onTest: (test: LikelihoodRatioTest) => void;
}

/** Checks the input of a row of tests before any work is done. @returns the plan */
export function planSequence(where: string, x: MatrixLike, options: TestComponentsOptions): SequencePlan {
  const { components, level = 0.05, onTest = () => {}, ...others } = options;
  const plan = planRatio(where, x, others);
  requireLevel(where, level, 0.05);
  requireInRow(where, components);
  requireTestable(plan, components[0]!);
  requireTestable(plan, components.at(-2)!);
  return { ...plan, components, level, onTest };
}

function requireInRow(where: string, components: readonly number[]): void {
  const inRow =
    Array.isArray(components) &&
    components.length >= 2 &&
    components.every((count, at) => at === 0 || count === components[at - 1]! + 1);
  if (inRow) return;
  const got = Array.isArray(components) ? components.join(', ') || 'none' : String(components);
  throw new GaussmixError(
    'components',
    `${where}: components must be two whole numbers or more, each one more than the last, got ${got}. Try range(1, 5).`,
  );
}

/** Tests in a row, step by step. @returns a generator of one batch of replicates for each test */
export function* testingInRow(plan: SequencePlan): Bootstrapping<ComponentsTest> {
  const { components, level, onTest, x, options, covariance } = plan;
  const tests: LikelihoodRatioTest[] = [];
  let fit = nullFitOf(x, components[0]!, { ...options, covariance });
  for (const count of components.slice(0, -1)) {
    const test = yield* testing(plan, count, fit);
    tests.push(test);
    onTest(test);
    if (test.pValue > level) return { components: count, fit, conclusive: true, tests };
    fit = test.alternativeFit;
  }
  return { components: components.at(-1)!, fit, conclusive: false, tests };
}
