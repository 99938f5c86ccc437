import { fixed, toDense } from '@gaussmix/covariance';
import { componentLogDensities, type Mixture, predictProba, scoreSamples } from '@gaussmix/distributions';
import { mStep } from '@gaussmix/em';
import { exp } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';

/** What an E-step computes for one point. */
export interface PosteriorNumbers {
  /** Of each component, without its weight. */
  readonly densities: readonly number[];
  /** Of the mixture. */
  readonly total: number;
  /** Of each component. */
  readonly posteriors: readonly number[];
}

/** The E-step of a point. */
export function posteriorNumbers(mixture: Mixture, point: readonly number[]): PosteriorNumbers {
  return {
    densities: Array.from(componentLogDensities(mixture, [point]).data, exp),
    total: exp(scoreSamples(mixture, [point])[0]),
    posteriors: Array.from(predictProba(mixture, [point]).data),
  };
}

/** What an M-step computes for one component. */
export interface UpdateNumbers {
  /** N_k. */
  readonly count: number;
  readonly weight: number;
  /** sum_i tau_ik x_i, d numbers. */
  readonly sums: readonly number[];
  readonly mean: readonly number[];
  /** sum_i tau_ik (x_i - mu_k)(x_i - mu_k)^T / N_k, d x d; nothing where it is singular. */
  readonly scatter?: readonly number[];
}

/** The M-step of component `k`, before a structure has its say: nothing where it has no rows. */
export function updateNumbers(rows: Matrix, responsibilities: Matrix, k: number): UpdateNumbers | undefined {
  const ball = fixed({ form: 'identity', dimension: rows.columns, variance: 1 });
  const free = attempt(() => mStep(rows, responsibilities, { covariance: 'full', regularization: 0 }));
  const mixture =
    free ?? attempt(() => mStep(rows, responsibilities, { covariance: ball, regularization: 0 }));
  if (!mixture) return undefined;
  const weight = mixture.weights[k];
  const count = weight * rows.rows;
  const mean = [...mixture.means[k]];
  const found = { count, weight, mean, sums: mean.map((value) => value * count) };
  return free ? { ...found, scatter: [...toDense(free.covariances[k])] } : found;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
