import type { ClassicStructureName } from '@gaussmix/covariance';
import { type ModelDocument, type Prepared, prepare, type Table } from '@gaussmix/data';
import type { FitOptions, Initial, InitialName } from '@gaussmix/em';
import { blamingOptions, usageError } from '../command-error.ts';
import type { FitCommandOptions } from '../options/fit-options.ts';
import { labelsOfCells } from './labels-of-cells.ts';
import { startColumns } from './start-columns.ts';
import { startMixture } from './start-mixture.ts';

/** The names of starts; anything else given to --initial is a file. */
export const initialNames: readonly InitialName[] = ['kmeans', 'k-means++', 'random', 'random-from-data'];

/** A model to start from, and the file it came from. */
export interface StartModel {
  readonly document: ModelDocument;
  readonly name: string;
}

/** A fit, or a search over several, that is ready to run. */
export interface FitPlan {
  readonly prepared: Prepared;
  readonly components: readonly number[];
  readonly covariances: readonly ClassicStructureName[];
  /** What all fits share. */
  readonly options: Omit<FitOptions, 'components' | 'covariance'>;
  /** What the labels of --initial-labels were called: component k grew from the k-th. */
  readonly labelNames?: readonly string[];
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
  const { initialLabels, oneHot, standardize, pca, seed, assignment, weights, regularization } = options;
  const chosen = startColumns(table, { ...options, start: start?.document });
  const explicit = options.columns !== undefined || oneHot !== undefined;
  const prepared = blamingOptions(explicit ? ['pca', 'columns'] : ['pca'], () =>
    prepare(chosen.table, {
      ...(chosen.columns && { columns: chosen.columns }),
      ...(oneHot !== undefined && { oneHot }),
      ...(standardize && { standardize }),
      ...(pca !== undefined && { pca }),
    }),
  );
  const labels = chosen.labels && labelsOfCells(table, chosen.labels);
  const initial: Initial | undefined =
    (labels && { labels: labels.labels }) ??
    (start && startMixture(start.document, prepared, start.name)) ??
    (options.initial as InitialName | undefined);
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
      ...(options.maxIterations !== undefined && { maxIterations: options.maxIterations }),
      ...(options.tolerance !== undefined && { tolerance: options.tolerance }),
    },
    labelNames: labels?.names,
  };
}

interface ComponentDemand {
  /** How many components a given start has, and which option gave it. */
  readonly given: { readonly count: number; readonly by: string } | undefined;
  readonly rows: number;
  readonly table: string;
}

function componentsOf(
  asked: readonly number[] | undefined,
  { given, rows, table }: ComponentDemand,
): readonly number[] {
  if (asked === undefined && given === undefined) {
    throw usageError(
      '--components must be given, got nothing. Try --components 3, or --components 1..9 to let BIC choose.',
    );
  }
  if (asked !== undefined && given !== undefined && (asked.length > 1 || asked[0] !== given.count)) {
    throw usageError(
      `--components must be what ${given.by} gives (${given.count}), got ${asked.join(',')}. Leave it out.`,
    );
  }
  const counts = asked ?? [given!.count];
  const most = Math.max(...counts);
  if (most > rows) {
    throw usageError(
      `--components must be at most the number of rows of ${table} (${rows}), got ${most}. Try fewer.`,
    );
  }
  return counts;
}
