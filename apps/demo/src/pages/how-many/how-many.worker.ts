import { families } from '@gaussmix/covariance';
import { fitCell } from '@gaussmix/model-selection';
import { expose } from 'comlink';
import { meanLogDensity, type Problem } from './problem.ts';
import type { Outcome, Task } from './tasks.ts';

let problem: Problem | undefined;

const work = {
  /** Takes the rows that all following fits are of. */
  load(next: Problem): void {
    problem = next;
  },

  /** Fits one cell of the search. */
  fit({ components, family, options }: Task): Outcome {
    const { structure } = families.find(({ name }) => name === family)!;
    const { rows, origin } = problem!;
    const result = fitCell(rows, { components, covariance: structure, options });
    if (!result.fit || !origin) return { result };
    return { result, freshLogDensity: meanLogDensity(result.fit.mixture, origin.fresh) };
  },
};

/** What the page asks its workers for. */
export type HowManyWork = typeof work;

expose(work);
