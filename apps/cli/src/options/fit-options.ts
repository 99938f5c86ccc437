import type { CriterionName } from '@gaussmix/model-selection';
import type { Command } from 'commander';
import { covarianceNames } from './covariance-names.ts';
import { criterionNames } from './criterion-names.ts';
import { addDataOptions, type DataOptions } from './data-options.ts';
import { addEffortOptions, type EffortOptions } from './effort-options.ts';
import { addModelOptions } from './model-options.ts';
import { parseChoice } from './parse-choice.ts';
import { parseComponents } from './parse-components.ts';
import { parseList } from './parse-list.ts';
import { parseRegularization } from './parse-regularization.ts';

/** What `gaussmix fit` or `gaussmix select` was told, parsed. */
export interface FitCommandOptions extends DataOptions, EffortOptions {
  readonly components?: readonly number[];
  /** Names of structures, not checked yet. */
  readonly covariance?: readonly string[];
  readonly criterion: CriterionName;
  readonly regularization: number | 'auto';
  /** The name of a start, or the path of a model document. */
  readonly initial?: string;
  readonly initialLabels?: string;
  readonly assignment: 'soft' | 'hard';
  readonly weights: 'free' | 'equal';
  readonly standardErrors?: true;
  readonly maxNumbers?: number;
  readonly out?: string;
  readonly report?: string;
  readonly json?: true;
}

/** What is fitted when nothing is said. */
export interface FitDefaults {
  /** How many components; none when the command line has to tell. */
  readonly components?: string;
  readonly covariance: string;
}

/** Declares the options of `gaussmix fit` and `gaussmix select`. */
export function addFitOptions(command: Command, defaults: FitDefaults): Command {
  addMixtureOptions(command, defaults);
  addEffortOptions(command);
  addStartOptions(command);
  addDataOptions(command);
  command
    .optionsGroup('Output:')
    .option('--out <file>', 'write the model')
    .option('--report <file>', 'write a page with pictures (HTML, needs no network)')
    .option('--standard-errors', 'tell how far weights and means may be off, from the observed information')
    .option('--json', 'print the model as JSON and nothing else');
  return command;
}

function addMixtureOptions(command: Command, { components, covariance }: FitDefaults): void {
  const otherwise = components === undefined ? '' : ` (default: ${components})`;
  command
    .optionsGroup('Model:')
    .option('-k, --components <list>', `how many: 3, 1..9 or 1,2,4${otherwise}`, parseComponents)
    .option(
      '--covariance <list>',
      `${covarianceNames}; several with commas (default: ${covariance})`,
      parseList,
    )
    .option(
      '--criterion <name>',
      `what picks among several, smaller is better: ${criterionNames.join(', ')}`,
      parseChoice('--criterion', criterionNames),
      'bic',
    )
    .option(
      '--weights <kind>',
      'free, or equal: all stay 1 / components',
      parseChoice('--weights', ['free', 'equal'] as const),
      'free',
    )
    .option(
      '--assignment <kind>',
      'soft: EM; hard: each row to one component (classification EM)',
      parseChoice('--assignment', ['soft', 'hard'] as const),
      'soft',
    )
    .option(
      '--regularization <r>',
      'a number to add to each variance, in the units fitted, squared; auto holds up only what collapses',
      parseRegularization,
      'auto',
    );
}

function addStartOptions(command: Command): void {
  command
    .optionsGroup('Start:')
    .option(
      '--initial <start>',
      'kmeans, k-means++, random, random-from-data, or a model file (default: several by turns)',
    )
    .option('--initial-labels <column>', 'start from the groups in this column, which is not fitted');
  addModelOptions(command);
}
