import type { Initial, InitialName } from '../options.ts';
import { fromLabels, fromResponsibilities } from './given-assignments.ts';
import { fromParameters } from './given-parameters.ts';
import { fromRandom } from './random.ts';
import { fromRandomRows } from './random-from-data.ts';
import { fromSeeds } from './seeds.ts';
import type { Start } from './start-context.ts';

/** A way to start. */
export interface Recipe {
  readonly start: Start;
  /** Iterations of k-means, at most, that follow; none, not even a look at the clusters, when absent. */
  readonly kmeans?: number;
}

/** The recipes by their names. */
const recipes: Readonly<Record<InitialName, Recipe>> = {
  kmeans: { start: fromSeeds, kmeans: 100 },
  'k-means++': { start: fromSeeds, kmeans: 0 },
  random: { start: fromRandom },
  'random-from-data': { start: fromRandomRows },
};

/** The recipe that an option stands for. */
export function recipeFor(initial: Initial): Recipe {
  if (typeof initial === 'string') return recipes[initial];
  if ('means' in initial) return { start: fromParameters(initial) };
  const start =
    'labels' in initial ? fromLabels(initial.labels) : fromResponsibilities(initial.responsibilities);
  return { start };
}
