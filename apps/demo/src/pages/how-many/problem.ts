import { parseTable, selectColumns } from '@gaussmix/data';
import { type Mixture, sample, scoreSamples } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import { type TruthOptions, truth } from './truth.ts';

/** What is searched. Plain data. */
export interface Problem {
  /** n x d */
  readonly rows: Matrix;
  /** d names */
  readonly names: readonly string[];
  /** Where the rows were drawn from, and a fresh draw; not known of measured data. */
  readonly origin?: Origin;
}

/** What only a maker of data knows. */
export interface Origin {
  readonly mixture: Mixture;
  /** Rows of the same kind that no fit sees. */
  readonly fresh: Matrix;
  /** The mean log-density of the fresh rows under the truth: no fit can be expected to do better. */
  readonly freshLogDensity: number;
}

/** How many fresh rows judge the fits. */
export const freshCount = 2000;

/** Rows that a seed makes up. */
export function generated(options: TruthOptions & { readonly rows: number }): Problem {
  const mixture = truth(options);
  const { rows } = sample(mixture, options.rows, { seed: options.seed });
  const fresh = sample(mixture, freshCount, { seed: options.seed + 1_000_000 }).rows;
  return {
    rows,
    names: Array.from({ length: options.dimensions }, (_, j) => `column ${j + 1}`),
    origin: { mixture, fresh, freshLogDensity: meanLogDensity(mixture, fresh) },
  };
}

/** The columns of numbers of a CSV file. */
export function measured(text: string, name: string): Problem {
  const { matrix, names } = selectColumns(parseTable(text, { name }));
  return { rows: matrix, names };
}

/** In nats per row. */
export function meanLogDensity(mixture: Mixture, rows: Matrix): number {
  return scoreSamples(mixture, rows).reduce((sum, value) => sum + value, 0) / rows.rows;
}
