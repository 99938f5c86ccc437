import type { ClassicStructureName } from '@gaussmix/covariance';
import { type Prepared, prepare, type Table } from '@gaussmix/data';
import type { FitOptions, Initial } from '@gaussmix/em';
import { blamingOption } from '../command-error.ts';
import type { FitCommandOptions } from '../options/fit-options.ts';
import { componentsOf } from './components-of.ts';
import { labelsOfCells } from './labels-of-cells.ts';
import { isInitialName, type StartModel } from './read-start.ts';
import { withOptions } from './retell.ts';
import { startColumns } from './start-columns.ts';
import { startMixture } from './start-mixture.ts';

/** A fit, or a search over several, that is ready to run. */
export interface FitPlan {
  readonly prepared: Prepared;
  readonly components: readonly number[];
  readonly covariances: readonly ClassicStructureName[];
  /** What all fits share. */
  readonly options: Omit<FitOptions, 'components' | 'covariance'>;
  /** What component k grew from, where rows were labeled. */
  readonly grewFrom?: readonly string[];
}

/** What a plan is made from, beside the table. */
export interface PlanDemand {
  readonly options: FitCommandOptions;
  /** --covariance, checked. */
  readonly structures: readonly ClassicStructureName[];
  readonly start?: StartModel;
}

/**
 * What to fit to which numbers, from the table and the options.
 *
 * @throws CommandError of the command line for options that do not go together or not with these data;
 *   GaussmixError for what is wrong with the data
 */
export function planFit(table: Table, { options, structures, start }: PlanDemand): FitPlan {
  const { initialLabels, standardize, pca, seed, assignment, weights, regularization } = options;
  const chosen = startColumns(table, { ...options, start: start?.document });
  const codes = options.columns === undefined ? ['pca'] : ['pca', 'columns'];
  const prepared = blamingOption({ codes, rename: withOptions }, () =>
    prepare(chosen.table, {
      ...(chosen.columns && { columns: chosen.columns }),
      ...(chosen.oneHot && { oneHot: chosen.oneHot }),
      ...(standardize && { standardize }),
      ...(pca !== undefined && { pca }),
    }),
  );
  const labels = chosen.labels && labelsOfCells(table, chosen.labels);
  const initial: Initial | undefined =
    (labels && { labels: labels.labels }) ??
    (start && startMixture(start.document, prepared, start.name)) ??
    (options.initial !== undefined && isInitialName(options.initial) ? options.initial : undefined);
  const given = labels
    ? { count: labels.names.length, by: `--initial-labels ${initialLabels}` }
    : start && { count: start.document.components.length, by: `--initial ${start.name}` };
  return {
    prepared,
    components: componentsOf(options.components, { given, rows: table.rows, table: table.name }),
    covariances: structures,
    options: {
      ...{ seed, assignment, weights, regularization },
      ...(initial !== undefined && { initial }),
      ...(options.restarts !== undefined && { restarts: options.restarts }),
      ...(options.startRows !== undefined && { startRows: options.startRows }),
      ...(options.maxIterations !== undefined && { maxIterations: options.maxIterations }),
      ...(options.tolerance !== undefined && { tolerance: options.tolerance }),
      ...(options.acceleration !== undefined && { acceleration: options.acceleration }),
    },
    grewFrom: labels?.names,
  };
}
