import type { ClassicStructureName } from '@gaussmix/covariance';
import { type AsyncFitOptions, type Fit, type FitOptions, fitMixtureAsync } from '@gaussmix/em';
import type { Matrix } from '@gaussmix/linalg';
import { aic, bic, type Cell, icl, selectMixtureAsync } from '@gaussmix/model-selection';
import type { CriterionName } from '../options/fit-options.ts';
import type { Watch } from './watch.ts';

/** A fit, or a search over several. Plain data, which can be posted to a worker. */
export interface FitJob {
  /** n x d */
  readonly matrix: Matrix;
  readonly components: readonly number[];
  readonly covariances: readonly ClassicStructureName[];
  readonly criterion: CriterionName;
  /** What all fits share. */
  readonly options: Omit<FitOptions, 'components' | 'covariance' | 'kernels' | 'onIteration'>;
}

/** What was fitted, in the units of the matrix. Plain data. */
export interface Outcome {
  readonly fit: Fit;
  /** Every cell of the search, when there was one. */
  readonly table?: readonly Cell[];
  /** The number in the table of the one that won. */
  readonly winner?: number;
}

/** How many fits a job makes. */
export function cellsOf({ components, covariances }: FitJob): number {
  return components.length * covariances.length;
}

/** Who does a job, and who watches. */
export interface JobRun {
  /** Is told what is going on. */
  readonly watch: Watch;
  /** Who answers E-steps; this thread when absent. */
  readonly engine?: AsyncFitOptions['engine'];
}

/**
 * Does a job, leaving the event loop of this thread free between E-steps.
 *
 * @throws GaussmixError for what is wrong with the data
 */
export async function runJob(job: FitJob, { watch, engine }: JobRun): Promise<Outcome> {
  const { matrix, components, covariances, criterion, options } = job;
  const onIteration = watch.iterate;
  if (cellsOf(job) === 1) {
    const cell = { components: components[0]!, covariance: covariances[0]! };
    watch.begin(cell);
    return { fit: await fitMixtureAsync(matrix, { ...options, ...cell, engine, onIteration }) };
  }
  let before: Promise<unknown> = Promise.resolve();
  const { best, bestCell, table } = await selectMixtureAsync(matrix, {
    ...{ ...options, components, covariances, engine, onIteration },
    criterion: { bic, aic, icl }[criterion],
    runner: (spec, fitHere) => {
      const result = before.then(() => {
        watch.begin({ components: spec.components, covariance: String(spec.covariance) });
        return fitHere(spec);
      });
      before = result.catch(() => undefined);
      return result;
    },
  });
  return { fit: best, table, winner: table.indexOf(bestCell) };
}
