import { readFileSync } from 'node:fs';
import { covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';

interface MixtureJSON {
  readonly dataset: string;
  readonly columns: readonly string[];
  readonly weights: readonly number[];
  readonly means: readonly (readonly number[])[];
  readonly covariances: readonly (readonly (readonly number[])[])[];
}

/** What reference.py wrote. */
export interface Reference {
  readonly mixtures: { readonly faithful: MixtureJSON; readonly iris: MixtureJSON };
  readonly ellipseLevels: readonly { probability: number; level: number }[];
  readonly histograms: readonly {
    dataset: string;
    column: number;
    bins: number;
    edges: number[];
    densities: number[];
  }[];
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

export const reference: Reference = JSON.parse(read('./reference/reference.json'));

/** The first columns of a data set. */
export function rowsOf(file: string, columns: number): number[][] {
  const lines = read(`../../../reference/datasets/${file}`).trim().split('\n').slice(1);
  return lines.map((line) => line.split(',').slice(0, columns).map(Number));
}

/** A mixture that scikit-learn fitted, with its rows and the names of their columns. */
export function fitted(name: 'faithful' | 'iris'): {
  mixture: Mixture;
  x: number[][];
  columns: readonly string[];
} {
  const { dataset, columns, weights, means, covariances } = reference.mixtures[name];
  const mixture = createMixture({
    weights,
    means,
    covariances: covariances.map((matrix) =>
      covarianceFromDense(Float64Array.from(matrix.flat()), columns.length),
    ),
  });
  return { mixture, x: rowsOf(dataset, columns.length), columns };
}
