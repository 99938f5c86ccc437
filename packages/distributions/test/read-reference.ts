import { readFileSync } from 'node:fs';
import { type Covariance, covarianceFromDense } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '../src/index.ts';

/** Numbers of this package's own, and those that several packages are held to. */
const own = new URL('./reference/', import.meta.url);
const shared = new URL('../../../reference/', import.meta.url);

/** A file of test/reference. */
export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, own), 'utf8')) as T;
}

/** A file of the repository's reference/. */
export function readSharedJson<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, shared), 'utf8')) as T;
}

/** The first rows of a data set of reference/datasets. */
export function readFirstRows(file: string, columns: readonly string[], count: number): number[][] {
  const text = readFileSync(new URL(`datasets/${file}`, shared), 'utf8');
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const places = columns.map((column) => head!.indexOf(column));
  return lines.slice(0, count).map((cells) => places.map((place) => Number(cells[place])));
}

/** Parameters as scikit-learn keeps them. */
export interface SklearnParameters {
  covarianceType: 'full' | 'tied' | 'diag' | 'spherical';
  weights: number[];
  means: number[][];
  /** K x d x d, d x d, K x d or K numbers. */
  covariances: number[] | number[][] | number[][][];
}

/** The mixture of scikit-learn's parameters; a tied covariance is one object. */
export function mixtureOfSklearn({
  covarianceType,
  weights,
  means,
  covariances,
}: SklearnParameters): Mixture {
  const d = means[0]!.length;
  const dense = (matrix: number[][]): Covariance => covarianceFromDense(Float64Array.from(matrix.flat()), d);
  const each = {
    full: () => (covariances as number[][][]).map(dense),
    tied: () => {
      const one = dense(covariances as number[][]);
      return weights.map(() => one);
    },
    diag: () =>
      (covariances as number[][]).map(
        (variances): Covariance => ({ form: 'diagonal', variances: Float64Array.from(variances) }),
      ),
    spherical: () =>
      (covariances as number[]).map((variance): Covariance => ({ form: 'identity', dimension: d, variance })),
  };
  return createMixture({ weights, means, covariances: each[covarianceType]() });
}
