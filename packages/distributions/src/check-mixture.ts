import { type Covariance, dimensionOf, logDeterminant, toFactor } from '@gaussmix/covariance';
import { GaussmixError } from '@gaussmix/kernels';
import type { Mixture } from './mixture.ts';

const WEIGHT_SUM_TOLERANCE = 1e-6;

/** How far mean may be from origin + offset, relative to the sizes of all three: numbers copied with 10 digits pass. */
const MEAN_TOLERANCE = 1e-9;

/**
 * Checks that a mixture has K weights, means, covariances and offsets of d dimensions, finite, proper and in agreement.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError "shape", "weights", "not-finite" or "not-positive-definite", naming the component, counted from 1
 */
export function checkMixture(mixture: Mixture, where: string): void {
  const { dimension, weights, means, covariances, origin, offsets } = mixture;
  const refuse: Refuse = (code, what) => {
    throw new GaussmixError(code, `${where}: ${what}`);
  };
  const checkEach = <T>(what: string, list: readonly T[], check: (what: string, one: T) => void): void => {
    if (list.length !== weights.length) {
      refuse('shape', `${what}s must be as many as weights (${weights.length}), got ${list.length}.`);
    }
    for (const [k, one] of list.entries()) check(`${what} ${k + 1}`, one);
  };
  const checkVector = (what: string, vector: Float64Array): void => {
    if (vector.length !== dimension) {
      refuse(
        'shape',
        `${what} must have as many numbers as the first mean (${dimension}), got ${vector.length}.`,
      );
    }
    const at = vector.findIndex((value) => !Number.isFinite(value));
    if (at >= 0)
      refuse('not-finite', `${what} must hold finite numbers, got ${vector[at]} in place ${at + 1}.`);
  };
  checkWeights(weights, refuse);
  if (dimension === 0 && means.length > 0) {
    refuse('shape', 'mean 1 must have at least one number, got none. In one dimension, try [[1], [2]].');
  }
  checkEach('mean', means, checkVector);
  checkEach('covariance', covariances, (what, covariance) =>
    checkCovariance(what, covariance, { dimension, refuse }),
  );
  checkVector('origin', origin);
  checkEach('offset', offsets, checkVector);
  for (const k of offsets.keys()) checkAgreement(mixture, k, refuse);
}

/** Throws the error of a code and what is wrong. */
type Refuse = (code: string, what: string) => never;

function checkWeights(weights: Float64Array, refuse: Refuse): void {
  if (weights.length === 0) refuse('shape', 'weights must be at least one number, got none.');
  let sum = 0;
  for (const [k, weight] of weights.entries()) {
    if (!(weight >= 0 && weight <= 1)) {
      refuse('weights', `weight ${k + 1} must be from 0 to 1, got ${weight}.`);
    }
    sum += weight;
  }
  if (Math.abs(sum - 1) <= WEIGHT_SUM_TOLERANCE) return;
  refuse('weights', `weights must sum to 1, got a sum of ${sum}. Try each divided by their sum.`);
}

function checkCovariance(
  what: string,
  covariance: Covariance,
  { dimension, refuse }: { dimension: number; refuse: Refuse },
): void {
  const got = dimensionOf(covariance);
  if (got !== dimension) {
    refuse('shape', `${what} must have as many dimensions as the means (${dimension}), got ${got}.`);
  }
  const lowRank = covariance.form === 'low-rank';
  const factor = lowRank ? covariance.loadings : toFactor(covariance);
  if (lowRank && factor.length % dimension !== 0) {
    refuse('shape', `${what} must have loadings of ${dimension} rows, got ${factor.length} numbers.`);
  }
  if (!lowRank && factor.length !== dimension * dimension) {
    const entries = `${dimension} * ${dimension}`;
    refuse('shape', `${what} must have a factor of ${entries} numbers, got ${factor.length}.`);
  }
  // The logarithm of a diagonal that is not positive is not finite.
  if (factor.every(Number.isFinite) && Number.isFinite(logDeterminant(covariance))) return;
  refuse(
    'not-positive-definite',
    `${what} must be positive definite and finite, got one that is not. Try covarianceFromDense(matrix, ${dimension}).`,
  );
}

function checkAgreement({ means, origin, offsets }: Mixture, k: number, refuse: Refuse): void {
  for (const [j, value] of means[k]!.entries()) {
    const [start, offset] = [origin[j]!, offsets[k]![j]!];
    const size = Math.abs(start) + Math.abs(offset) + Math.abs(value);
    if (Math.abs(start + offset - value) <= MEAN_TOLERANCE * size) continue;
    refuse(
      'shape',
      `offset ${k + 1} must be mean - origin (${value} - ${start}) in place ${j + 1}, got ${offset}. ` +
        'Try without offsets, which are then computed.',
    );
  }
}
