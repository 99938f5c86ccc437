import type { Prepared, Table } from '@gaussmix/data';
import type { FitOptions, Initial } from '@gaussmix/em';
import type { FitCommandOptions } from '../options/fit-options.ts';
import { componentsOf } from './components-of.ts';
import { labelsOfCells } from './labels-of-cells.ts';
import { prepareColumns } from './prepare-columns.ts';
import { isInitialName, type StartModel } from './read-start.ts';
import { searchOptions } from './search-options.ts';
import { startColumns } from './start-columns.ts';
import { startMixture } from './start-mixture.ts';
import { structuresIn } from './structures-of.ts';

/** A fit, or a search over several, that is ready to run. */
export interface FitPlan {
  readonly prepared: Prepared;
  readonly components: readonly number[];
  /** Names of covariance structures, one for each. */
  readonly covariances: readonly string[];
  /** What all fits share. */
  readonly options: Omit<FitOptions, 'components' | 'covariance'>;
  /** What component k grew from, where rows were labeled. */
  readonly grewFrom?: readonly string[];
}

/** What a plan is made from, beside the table. */
export interface PlanDemand {
  readonly options: FitCommandOptions;
  /** --covariance, checked. */
  readonly structures: readonly string[];
  readonly start?: StartModel;
  /** Most components to try when nothing tells how many. */
  readonly upTo?: number;
}

/**
 * What to fit to which numbers, from the table and the options.
 *
 * @throws CommandError of the command line for options that do not go together or not with these data;
 *   GaussmixError for what is wrong with the data
 */
export function planFit(table: Table, { options, structures, start, upTo }: PlanDemand): FitPlan {
  const { initialLabels, assignment, weights, regularization } = options;
  const chosen = startColumns(table, { ...options, start: start?.document });
  const prepared = prepareColumns(chosen, options);
  const labels = chosen.labels && labelsOfCells(table, chosen.labels, 'to start from');
  const initial: Initial | undefined =
    (labels && { labels: labels.labels }) ??
    (start && startMixture(start.document, prepared, start.name)) ??
    (options.initial !== undefined && isInitialName(options.initial) ? options.initial : undefined);
  const given = labels
    ? { count: labels.names.length, by: `--initial-labels ${initialLabels}` }
    : start && { count: start.document.components.length, by: `--initial ${start.name}` };
  return {
    prepared,
    components: componentsOf(options.components, {
      ...{ given, rows: table.rows, table: table.name },
      ...(upTo !== undefined && { upTo }),
    }),
    covariances: structuresIn(structures, prepared.matrix.columns),
    options: {
      ...{ ...searchOptions(options), assignment, weights, regularization },
      ...(initial !== undefined && { initial }),
    },
    grewFrom: labels?.names,
  };
}
