import type { Initial, InitialName } from '../options.ts';
import { fromLabels, fromResponsibilities } from './given-assignments.ts';
import { fromParameters } from './given-parameters.ts';
import { fromKmeansPlusPlus } from './k-means-plus-plus.ts';
import { fromKmeans } from './kmeans.ts';
import { fromRandom } from './random.ts';
import { fromRandomRows } from './random-from-data.ts';
import type { Start } from './start-context.ts';

/** The recipes by their names. */
export const recipes: Readonly<Record<InitialName, Start>> = {
  kmeans: fromKmeans,
  'k-means++': fromKmeansPlusPlus,
  random: fromRandom,
  'random-from-data': fromRandomRows,
};

/** The start that an option stands for. @returns a function that makes the mixture to start from */
export function startFor(initial: Initial): Start {
  if (typeof initial === 'string') return recipes[initial];
  if ('means' in initial) return fromParameters(initial);
  return 'labels' in initial ? fromLabels(initial.labels) : fromResponsibilities(initial.responsibilities);
}
