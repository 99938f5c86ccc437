import type { Command } from 'commander';
import { addModelOptions } from './model-options.ts';
import { parseChoice } from './parse-choice.ts';
import { parseComponents } from './parse-components.ts';
import { parseList } from './parse-list.ts';
import { parseNumber, parseWhole } from './parse-number.ts';
import { parseRegularization } from './parse-regularization.ts';
import { addTableOptions, type TableOptions } from './table-options.ts';

export type CriterionName = 'bic' | 'aic' | 'icl';

/** What `gaussmix fit` was told, parsed. */
export interface FitCommandOptions extends TableOptions {
  readonly components?: readonly number[];
  /** Names of structures, not checked yet. */
  readonly covariance?: readonly string[];
  readonly criterion: CriterionName;
  readonly seed: number;
  readonly restarts?: number;
  readonly startRows?: number;
  readonly maxIterations?: number;
  readonly tolerance?: number;
  readonly regularization: number | 'auto';
  readonly acceleration?: 'none' | 'anderson';
  /** The name of a start, or the path of a model document. */
  readonly initial?: string;
  readonly initialLabels?: string;
  readonly assignment: 'soft' | 'hard';
  readonly weights: 'free' | 'equal';
  readonly standardize?: true;
  readonly pca?: number;
  readonly oneHot?: string;
  readonly threads?: number;
  readonly maxNumbers?: number;
  readonly out?: string;
  readonly report?: string;
  readonly json?: true;
}

/** What a pool takes. */
const mostThreads = 256;

/** Declares the options of `gaussmix fit`. */
export function addFitOptions(command: Command): Command {
  addMixtureOptions(command);
  addSearchOptions(command);
  addStartOptions(command);
  addTableOptions(command.optionsGroup('Data:'));
  command
    .option(
      '--standardize',
      'bring each column to mean 0 and standard deviation 1 first; results are in the data’s units',
    )
    .option('--pca <n>', 'fit the first n principal components', parseWhole('--pca', 1))
    .option('--one-hot <columns>', 'text columns to encode as columns of 0 and 1')
    .optionsGroup('Output:')
    .option('--out <file>', 'write the model')
    .option('--report <file>', 'write a page with pictures (HTML, needs no network)')
    .option('--json', 'print the model as JSON and nothing else');
  return command;
}

function addMixtureOptions(command: Command): void {
  command
    .optionsGroup('Model:')
    .option('-k, --components <list>', 'how many: 3, 1..9 or 1,2,4', parseComponents)
    .option('--covariance <list>', 'full (default), tied, diag or spherical; several with commas', parseList)
    .option(
      '--criterion <name>',
      'what picks among several: bic, aic or icl; smaller is better',
      parseChoice('--criterion', ['bic', 'aic', 'icl'] as const),
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

function addSearchOptions(command: Command): void {
  command
    .optionsGroup('Search:')
    .option('--seed <n>', 'same seed, same result', parseWhole('--seed', -Infinity), 0)
    .option('--restarts <n>', 'starts, of which the best is kept (default: 10)', parseWhole('--restarts', 1))
    .option(
      '--start-rows <n>',
      'compare starts on a sample of so many rows, and run the best on all (default: 4096 or more, of at least twice as many)',
      parseWhole('--start-rows', 1),
    )
    .option(
      '--max-iterations <n>',
      'of each start, at most (default: 1000)',
      parseWhole('--max-iterations', 0),
    )
    .option(
      '--tolerance <nats>',
      'stop when so little per row is left to gain; with 0, run exactly --max-iterations (default: 1e-8)',
      parseNumber('--tolerance', {
        must: 'a number of nats per row, at least 0',
        holds: (value) => value >= 0,
      }),
    )
    .option(
      '--acceleration <name>',
      'none: plain EM; anderson: fewer iterations to the same optimum (default, but none with --tolerance 0)',
      parseChoice('--acceleration', ['none', 'anderson'] as const),
    )
    .option(
      '--threads <n>',
      'threads for long work; results do not depend on it (default: as many as there are cores)',
      parseNumber('--threads', {
        must: `a whole number from 1 to ${mostThreads}`,
        holds: (value) => Number.isInteger(value) && value >= 1 && value <= mostThreads,
      }),
    );
}

function addStartOptions(command: Command): void {
  command
    .optionsGroup('Start:')
    .option(
      '--initial <start>',
      'kmeans, k-means++, random, random-from-data, or a model file (default: k-means and k-means++ by turns)',
    )
    .option('--initial-labels <column>', 'start from the groups in this column, which is not fitted');
  addModelOptions(command);
}
