import type { Mixture } from '@gaussmix/distributions';
import { type Fit, type StructureLike, structureOf } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import {
  asMatrix,
  createMatrix,
  type Matrix,
  type MatrixLike,
  type SymmetricEigen,
  symmetricEigen,
} from '@gaussmix/linalg';
import { covarianceOfFunctions, derivativeOfParameters } from './delta-method.ts';
import { observedInformation } from './observed-information.ts';
import { parameterMoves } from './parameter-moves.ts';
import { requireParameters } from './require-parameters.ts';
import { rowScores } from './row-scores.ts';

const where = 'standardErrors';

/** How the mixture was fitted, as far as a mixture does not know. */
export interface StandardErrorsOptions {
  /** The covariance structure that it was fitted with; "full" when absent. */
  readonly covariance?: StructureLike;
  /** Whether its weights were estimated; "free" when absent. */
  readonly weights?: 'free' | 'equal';
}

/** Numbers for the parameters of a mixture, one for each. Plain data. */
export interface ParameterTable {
  /** K. */
  readonly weights: Float64Array;
  /** K of d. */
  readonly means: readonly Float64Array[];
  /** K symmetric matrices, d x d: one number for each entry of a covariance. */
  readonly covariances: readonly Matrix[];
}

/** How far the parameters of a fitted mixture may be off, in their own units. Plain data. */
export interface StandardErrors extends ParameterTable {
  /** Free parameters: weights, means and covariances. */
  readonly parameters: number;
  /**
   * The covariance matrix of all estimates: K weights, the K means, then the lower triangles of the K covariances row
   * by row. It has the rank of the free parameters: weights sum to 1, and a family ties covariances to each other.
   */
  readonly parameterCovariance: Matrix;
  /**
   * The least and the largest eigenvalue of the observed information, as a share of what the rows would tell if their
   * components were known. Near 0, some parameters are hardly determined, and standard errors say little.
   */
  readonly information: { readonly smallest: number; readonly largest: number };
}

/**
 * Standard errors of the parameters of a fitted mixture, from the observed information:
 *
 *   V = I^-1,   I = -d^2 ln L = I_complete - I_missing,   se(f) = sqrt( df^T V df )
 *
 * For any structure: its own `estimate` tells the moves of the covariances that stay in the family. They hold for many
 * rows and components that are well determined; for few or skewed ones take `bootstrapIntervals`.
 *
 * @param fitted  a fit or its mixture: a maximum of the likelihood
 * @param x  n x d, the rows that it was fitted to
 * @returns standard errors in the shape of the parameters, and the covariance matrix of all estimates
 * @throws GaussmixError "collapsed" when a component was held up, "parameters" when the fit has others than the options
 *   say, "information" when the mixture is not at a maximum or the rows do not determine it; "shape", "not-finite"
 *
 * O(n (K d^4 + p^2) + p^3), p parameters. Louis (1982), Journal of the Royal Statistical Society B 44, 226-233.
 */
export function standardErrors(
  fitted: Fit | Mixture,
  x: MatrixLike,
  options: StandardErrorsOptions = {},
): StandardErrors {
  const matrix = asMatrix(x, where);
  const mixture = 'mixture' in fitted ? fitted.mixture : fitted;
  const structure = structureOf(options.covariance ?? 'full', where);
  requireColumns(mixture, matrix);
  requireParameters(where, fitted, { structure, weights: options.weights });
  if ('mixture' in fitted) requireHealthy(fitted);
  const rows = rowScores(mixture, matrix);
  const { counts } = rows;
  requireRows(counts);
  const { dimension, covariances } = mixture;
  const moves = parameterMoves({ structure, covariances, counts, dimension }, options.weights ?? 'free');
  const wanted = structure.parameterCount(counts.length, dimension);
  requireTangent(moves.tangent.length, wanted);
  const observed = observedInformation(rows, moves);
  if (observed === undefined)
    throw notAtMaximum('one that the structure does not take for its most likely member');
  const information = symmetricEigen(observed.information.data, moves.basis.columns);
  requireMaximum(information, observed.score);
  const derivative = derivativeOfParameters({ mixture, counts, basis: moves.basis });
  const parameterCovariance = covarianceOfFunctions(derivative, information);
  return {
    ...tableOf(parameterCovariance, counts.length, dimension),
    parameters: moves.basis.columns,
    parameterCovariance,
    information: { smallest: information.values.at(-1)!, largest: information.values[0]! },
  };
}

/** Square roots of the diagonal, in the shape of the parameters. */
function tableOf({ data, rows }: Matrix, components: number, d: number): ParameterTable {
  const errors = Float64Array.from({ length: rows }, (_, at) => Math.sqrt(data[at * (rows + 1)]!));
  const each = Array.from({ length: components }, (_, k) => k);
  const triangle = (d * (d + 1)) / 2;
  return {
    weights: errors.slice(0, components),
    means: each.map((k) => errors.slice(components + k * d, components + (k + 1) * d)),
    covariances: each.map((k) => {
      const square = createMatrix(d, d);
      let at = components * (1 + d) + k * triangle;
      for (let i = 0; i < d; i++) {
        for (let j = 0; j <= i; j++) {
          square.data[i * d + j] = errors[at]!;
          square.data[j * d + i] = errors[at++]!;
        }
      }
      return square;
    }),
  };
}

/** An eigenvalue of the information below this is rounding: half of the digits are gone. */
const LEAST_INFORMATION = 1e-8;

/** How far from the maximum a mixture may lie, in standard errors. */
const FARTHEST = 0.1;

/** A maximum: the information is positive definite, and Newton's step from here is a small part of a standard error. */
function requireMaximum({ values, vectors }: SymmetricEigen, score: Float64Array): void {
  const smallest = values.at(-1)!;
  if (!(smallest > LEAST_INFORMATION)) {
    throw new GaussmixError(
      'information',
      `${where}: the observed information must be positive definite, got ${smallest.toPrecision(3)} for its least ` +
        'eigenvalue as a share of complete data. The rows do not determine all parameters, or the fit ended at a ' +
        'saddle. Try more iterations, fewer components or a simpler covariance.',
    );
  }
  let square = 0;
  for (const [j, value] of values.entries()) {
    const slope = score.reduce((sum, entry, i) => sum + entry * vectors[i * values.length + j]!, 0);
    square += (slope * slope) / value;
  }
  if (!(square <= FARTHEST * FARTHEST)) {
    throw notAtMaximum(`one that is ${Math.sqrt(square).toPrecision(3)} standard errors away from it`);
  }
}

function notAtMaximum(got: string): GaussmixError {
  return new GaussmixError(
    'information',
    `${where}: the mixture must be at a maximum of the likelihood of x, got ${got}. Try a smaller tolerance or more ` +
      'iterations, without regularization, and give the covariance and weights that it was fitted with.',
  );
}

function requireColumns({ dimension }: Mixture, { columns }: Matrix): void {
  if (columns === dimension) return;
  throw new GaussmixError(
    'shape',
    `${where}: x must have as many columns as the mixture (${dimension}), got ${columns}.`,
  );
}

function requireHealthy({ warnings, mixture }: Fit): void {
  const collapsed = warnings.find(({ code }) => code === 'collapsed');
  if (collapsed?.component === undefined) return;
  throw new GaussmixError(
    'collapsed',
    `${where}: no component may have collapsed, got component ${collapsed.component + 1} of ${mixture.weights.length}, ` +
      'whose covariance was held up: the likelihood has no maximum there. Try fewer components or a simpler covariance.',
  );
}

/** Fewer rows than this in a component are none. */
const FEWEST_ROWS = 1e-6;

function requireRows(counts: Float64Array): void {
  const k = counts.findIndex((count) => !(count > FEWEST_ROWS));
  if (k < 0) return;
  throw new GaussmixError(
    'information',
    `${where}: every component must hold rows of x, got ${counts[k]!.toPrecision(3)} rows in component ${k + 1}. ` +
      'Try the rows that the mixture was fitted to.',
  );
}

function requireTangent(directions: number, wanted: number): void {
  if (directions === wanted) return;
  throw new GaussmixError(
    'information',
    `${where}: the covariances must be able to move in as many ways as their family has parameters (${wanted}), ` +
      `got ${directions}. Where the family is not smooth, as where directions of equal variance have no orientation, ` +
      'try a simpler covariance, or bootstrapIntervals.',
  );
}
