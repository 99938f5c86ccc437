import {
  type AsyncFitOptions,
  type Fit,
  type FitOptions,
  fitMixtureAsync,
  splitAndMerge,
} from '@gaussmix/em';
import type { Matrix } from '@gaussmix/linalg';
import {
  type AsyncSearchOptions,
  type Cell,
  type CriterionName,
  criteria,
  selectMixtureAsync,
} from '@gaussmix/model-selection';
import { fitTeller } from './fit-teller.ts';
import { structureNamed } from './structure-named.ts';
import type { Watch } from './watch.ts';

/** A fit, or a search over several. Plain data, which can be posted to a worker. */
export interface FitJob {
  /** n x d */
  readonly matrix: Matrix;
  readonly components: readonly number[];
  /** Names of covariance structures, one for each. */
  readonly covariances: readonly string[];
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

/** How many cells a job has. */
export function cellsOf({ components, covariances }: FitJob): number {
  return components.length * covariances.length;
}

/** How many fits a job makes: a search for the best optimum looks at each cell twice, the second time at what others found. */
export function fitsOf(job: FitJob): number {
  const { restarts, initial, tolerance } = job.options;
  const seeks = restarts === undefined && initial === undefined && tolerance !== 0;
  return cellsOf(job) * (seeks && cellsOf(job) > 1 ? 2 : 1);
}

/** Who does a job, and who watches. */
export interface JobRun {
  /** Is told what is going on. */
  readonly watch: Watch;
  /** Who answers E-steps; this thread when absent. */
  readonly engine?: AsyncFitOptions['engine'];
}

/**
 * Does a job fit by fit, leaving the event loop of this thread free between E-steps.
 *
 * @throws GaussmixError for what is wrong with the data
 */
export async function runJob(job: FitJob, { watch, engine }: JobRun): Promise<Outcome> {
  const { matrix, components, covariances, options } = job;
  const teller = fitTeller(watch, fitsOf(job));
  const onIteration = teller.iterate;
  if (cellsOf(job) === 1) {
    const covariance = structureNamed(covariances[0]!);
    teller.begin({ components: components[0]!, covariance: covariance.name });
    const cell = { components: components[0]!, covariance, moves: splitAndMerge };
    return { fit: await fitMixtureAsync(matrix, { ...options, ...cell, engine, onIteration }) };
  }
  let before: Promise<unknown> = Promise.resolve();
  return search(job, {
    ...{ engine, onIteration },
    runner: (spec, fitHere) => {
      const result = before.then(() => {
        teller.begin({ components: spec.components, covariance: labelOf(spec.covariance) });
        return fitHere(spec);
      });
      before = result.catch(() => undefined);
      return result;
    },
  });
}

/** A search over the cells of a job, run as the options say. */
export async function search(
  { matrix, components, covariances, criterion, options }: FitJob,
  how: Pick<AsyncSearchOptions, 'runner' | 'engine' | 'onIteration' | 'covariances' | 'criterion'>,
): Promise<Outcome> {
  const { best, bestCell, table } = await selectMixtureAsync(matrix, {
    ...{ ...options, components, covariances: covariances.map(structureNamed) },
    ...{ criterion: criteria[criterion], ...how },
  });
  return { fit: best, table, winner: table.indexOf(bestCell) };
}

/** What people read for a structure. */
export function labelOf(covariance: string | { readonly name: string }): string {
  return typeof covariance === 'string' ? covariance : covariance.name;
}
