import { type Covariance, covarianceFromJSON } from '@gaussmix/covariance';
import { createMixture, type Mixture, type MultivariateNormal } from '../src/index.ts';
import { readJson } from './read-reference.ts';

/** A covariance as distribution_functions.py writes it; a dense one by its lower factor, zeros left out. */
interface WrittenCovariance {
  readonly form: 'identity' | 'diagonal' | 'dense' | 'low-rank';
  readonly variance?: number;
  readonly variances?: number[];
  readonly factor?: number[][];
  readonly loadings?: number[][];
  readonly noise?: number[];
}

interface WrittenMixture {
  readonly weights: number[];
  readonly means: number[][];
  readonly covariances: WrittenCovariance[];
}

interface WrittenNormal {
  readonly mean: number[];
  readonly covariance: WrittenCovariance;
}

/** What distribution_functions.py wrote. */
export const written = readJson<{
  normals: { x: number; mean: number; variance: number; cumulative: number; survival: number; z: number }[];
  quantiles: { p: number; z: number }[];
  lines: {
    weights: number[];
    offsets: number[];
    variances: number[];
    origin: number;
    masses: { x: number; cumulative: number; survival: number }[];
    quantiles: { p: number; x: number; slack: number }[];
  }[];
  marginals: { mixture: WrittenMixture; columns: number[]; rows: number[][]; logDensities: number[] }[];
  conditionals: {
    mixture: WrittenMixture;
    columns: number[];
    values: number[];
    weights: number[];
    means: number[][];
    covariances: number[][];
  }[];
  pairs: { a: WrittenNormal; b: WrittenNormal; divergence: number; squaredWasserstein: number }[];
}>('distribution-functions.json');

/** The mixture that was written. */
export function mixtureOf({ weights, means, covariances }: WrittenMixture): Mixture {
  const d = means[0]!.length;
  return createMixture({ weights, means, covariances: covariances.map((each) => covarianceOf(each, d)) });
}

/** The normal distribution that was written. */
export function normalOf({ mean, covariance }: WrittenNormal): MultivariateNormal {
  return { mean, covariance: covarianceOf(covariance, mean.length) };
}

function covarianceOf(written: WrittenCovariance, dimension: number): Covariance {
  const { variance = 0, variances = [], factor = [], loadings = [], noise = [] } = written;
  if (written.form === 'identity') return { form: 'identity', dimension, variance };
  if (written.form === 'diagonal') return covarianceFromJSON({ kind: 'diagonal', variances });
  if (written.form === 'low-rank') return covarianceFromJSON({ kind: 'low-rank', loadings, noise });
  const whole = factor.flatMap((row) => [...row, ...new Array<number>(dimension - row.length).fill(0)]);
  return { form: 'dense', dimension, factor: Float64Array.from(whole) };
}
