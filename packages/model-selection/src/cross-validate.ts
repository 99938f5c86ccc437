import { scoreSamples } from '@gaussmix/distributions';
import { type FitOptions, fitMixture, splitAndMerge } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type MatrixLike, takeRows } from '@gaussmix/linalg';
import { foldOfRows } from './fold-of-rows.ts';
import { startOfRows } from './start-of-rows.ts';

/** How to split the rows. The other options are those of every fit. */
export interface CrossValidateOptions extends FitOptions {
  /**
   * How many parts of nearly equal size the rows are dealt into after a seeded shuffle (5 when absent), or
   * the part of each row, counted from 0, where rows that belong together must not be parted.
   */
  readonly folds?: number | ArrayLike<number>;
}

/** How well mixtures explain rows that they were not fitted to. */
export interface CrossValidation {
  /** For each fold the mean log-density of its rows, in nats, under the mixture fitted to all others. */
  readonly perFold: readonly number[];
  /** Total log-density of all rows, in nats, each under the mixture fitted without its fold. */
  readonly logLikelihood: number;
  /** The mean of the folds. */
  readonly mean: number;
  /** The standard deviation of the folds (divisor folds - 1) over the square root of their number. */
  readonly standardError: number;
}

/**
 * k-fold cross-validated log-likelihood: every row is scored once, by the mixture fitted without its fold. A
 * start that is given row by row, by labels or responsibilities, is cut down to the rows that are fitted.
 *
 * @param x  n x d
 * @returns the held-out mean log-likelihood of each fold, in nats per row, and their mean
 * @throws GaussmixError "folds" when the rows cannot be split so, and what `fitMixture` throws, with the fold
 *   before the message
 *
 * Costs as much as `folds` fits. Smyth (2000), Statistics and Computing 10, 63-72.
 */
export function crossValidate(x: MatrixLike, options: CrossValidateOptions): CrossValidation {
  const { folds = 5, ...others } = options;
  const fitOptions = { moves: splitAndMerge, ...others };
  const rows = asMatrix(x, 'crossValidate');
  const fold = foldOfRows(rows.rows, { folds, seed: fitOptions.seed ?? 0 });
  const count = 1 + Array.from(fold).reduce((highest, label) => Math.max(highest, label));
  const order = Array.from({ length: rows.rows }, (_, i) => i);
  const scores = Array.from({ length: count }, (_, held) => {
    const [training, heldOut] = [
      order.filter((i) => fold[i] !== held),
      order.filter((i) => fold[i] === held),
    ];
    try {
      const fit = fitMixture(takeRows(rows, training), startOfRows(fitOptions, training, rows.rows));
      return scoreSamples(fit.mixture, takeRows(rows, heldOut));
    } catch (error) {
      throw inFold(error, held, count);
    }
  });
  const perFold = scores.map(meanOf);
  const logLikelihood = sumOf(scores.map(sumOf));
  const mean = meanOf(perFold);
  const squares = perFold.map((score) => (score - mean) * (score - mean));
  const variance = (meanOf(squares) * count) / (count - 1);
  return { perFold, logLikelihood, mean, standardError: Math.sqrt(variance / count) };
}

function meanOf(values: ArrayLike<number>): number {
  return sumOf(values) / values.length;
}

function sumOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0);
}

function inFold(error: unknown, held: number, count: number): unknown {
  if (!(error instanceof GaussmixError)) return error;
  const message = `crossValidate: without fold ${held + 1} of ${count}: ${error.message}`;
  return new GaussmixError(error.code, message, { cause: error });
}
