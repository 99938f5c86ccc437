import type { Covariance } from '@gaussmix/covariance';
import { GaussmixError } from '@gaussmix/kernels';
import { solveLowerInto } from '@gaussmix/linalg';
import { checkColumns } from './check-columns.ts';
import { marginal } from './marginal.ts';
import { marginalCovariance } from './marginal-covariance.ts';
import { marginalFactor } from './marginal-factor.ts';
import type { Mixture } from './mixture.ts';
import { predictProba } from './predict-proba.ts';

/** What is known of a row. */
export interface Condition {
  /** A, m different columns, counted from 0; at least one must be left. */
  readonly columns: readonly number[];
  /** m numbers, the values of those columns, in the units of the mixture. */
  readonly values: ArrayLike<number>;
}

/**
 * The mixture of the other columns, B, given what is known of some, x_A = v.
 *
 *   w_k'     = w_k N(v; mu_k[A], Sigma_k[A, A]) / sum_j w_j N(v; mu_j[A], Sigma_j[A, A])
 *   mu_k'    = mu_k[B] + M_BA M_AA^-1 (v - mu_k[A])
 *   Sigma_k' = M_BB M_BB^T,   Sigma_k[AB, AB] = M M^T,   M = [M_AA, 0; M_BA, M_BB]
 *
 * M is turned out of the factor of Sigma_k by reflections: nothing is inverted and nothing subtracted, so that a
 * covariance stays positive definite however much is known.
 *
 * @returns a mixture in d - m dimensions, columns in ascending order; spherical and diagonal covariances stay such, all
 *   others are dense; one that components share stays shared. Weights may underflow to 0
 * @throws GaussmixError "columns" when one is not a column of the mixture or comes twice, or none is left; "shape" or
 *   "not-finite" for values
 *
 * O(K d^3). Bishop (2006), eq. 2.81 and 2.82.
 */
export function conditional(mixture: Mixture, { columns, values }: Condition): Mixture {
  checkCondition(mixture.dimension, columns, values);
  const left = Array.from({ length: mixture.dimension }, (_, j) => j).filter((j) => !columns.includes(j));
  const known = { data: Float64Array.from(values), rows: 1, columns: columns.length };
  const pick = (vector: Float64Array) => Float64Array.from(left, (j) => vector[j]!);
  const regressions = new Map<Covariance, Regression>();
  for (const covariance of mixture.covariances) {
    if (!regressions.has(covariance)) regressions.set(covariance, regressionOf(covariance, columns, left));
  }
  const origin = pick(mixture.origin);
  const offsets = mixture.offsets.map((offset, k) => {
    const deviations = Float64Array.from(columns, (j, a) => known.data[a]! - mixture.origin[j]! - offset[j]!);
    const { shiftOf } = regressions.get(mixture.covariances[k]!)!;
    const shift = shiftOf(deviations);
    return pick(offset).map((value, b) => value + shift[b]!);
  });
  return {
    dimension: left.length,
    weights: predictProba(marginal(mixture, columns), known).data,
    means: offsets.map((offset) => offset.map((value, b) => origin[b]! + value)),
    covariances: mixture.covariances.map((covariance) => regressions.get(covariance)!.covariance),
    origin,
    offsets,
  };
}

/** What knowing the columns A does to the others of one component. */
interface Regression {
  readonly covariance: Covariance;
  /** From the deviations of A from the mean to those of the means of B. */
  shiftOf(deviations: Float64Array): Float64Array;
}

function regressionOf(covariance: Covariance, known: readonly number[], left: readonly number[]): Regression {
  const [m, rest] = [known.length, left.length];
  if (covariance.form === 'identity' || covariance.form === 'diagonal') {
    return { covariance: marginalCovariance(covariance, left), shiftOf: () => new Float64Array(rest) };
  }
  const d = m + rest;
  const factor = marginalFactor(covariance, [...known, ...left]);
  const block = (rows: number, columns: number, [top, start]: readonly [number, number]) =>
    Float64Array.from(
      { length: rows * columns },
      (_, at) => factor[(top + Math.floor(at / columns)) * d + start + (at % columns)]!,
    );
  const knownFactor = block(m, m, [0, 0]);
  const across = block(rest, m, [m, 0]);
  return {
    covariance: { form: 'dense', dimension: rest, factor: block(rest, rest, [m, m]) },
    shiftOf(deviations) {
      const whitened = new Float64Array(m);
      solveLowerInto(whitened, knownFactor, deviations);
      const shift = new Float64Array(rest);
      for (let at = 0; at < across.length; at++) {
        const b = Math.floor(at / m);
        shift[b] = shift[b]! + across[at]! * whitened[at % m]!;
      }
      return shift;
    },
  };
}

function checkCondition(d: number, columns: readonly number[], values: ArrayLike<number>): void {
  checkColumns(columns, d, 'conditional');
  if (columns.length === d) {
    throw new GaussmixError(
      'columns',
      `conditional: columns must leave at least one of the ${d} of the mixture, got [${columns.join(', ')}]. ` +
        'Try scoreSamples for the density of whole rows.',
    );
  }
  if (values.length !== columns.length) {
    throw new GaussmixError(
      'shape',
      `conditional: values must be as many as columns (${columns.length}), got ${values.length}.`,
    );
  }
  const at = Array.from(values).findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  throw new GaussmixError(
    'not-finite',
    `conditional: values must hold finite numbers, got ${values[at]} in place ${at + 1}.`,
  );
}
