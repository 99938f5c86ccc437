import type { Closure } from '@gaussmix/covariance';
import type { Coordinates } from '@gaussmix/distributions';
import { GaussmixError, type Kernels } from '@gaussmix/kernels';
import { choleskyInto, covarianceOf, type Matrix, multiplyLowers } from '@gaussmix/linalg';
import { type ColumnSpread, columnSpread, requireRange } from './column-spread.ts';
import { conditionRowsInto } from './condition-rows.ts';

/** What the choice of coordinates depends on, beside the rows. */
export interface ConditioningOptions {
  /** The maps that the structure's family is closed under. */
  readonly closedUnder: Closure;
  /** The structure's name, for messages. */
  readonly structure: string;
  /** What the user adds to each diagonal; 0 when nothing. */
  readonly regularization: number;
  /** The name that errors begin with. */
  readonly where: string;
  /** n x d to work in, so that no copy of the rows is made on the way. */
  readonly room: Matrix;
  /** The hot loops. */
  readonly kernels: Kernels;
}

/** Coordinates in which a fit is well conditioned. */
export interface Conditioning {
  readonly coordinates: Coordinates;
  /**
   * Coordinates in which distances between rows mean something: whitening hides groups that lie far apart, so where
   * the fit's coordinates are whitened these are only standardized.
   */
  readonly startCoordinates: Coordinates;
  /** The typical variance of a column in these coordinates: 1, unless the structure allows no scaling. */
  readonly unitVariance: number;
}

const EPSILON = 2.220446049250313e-16;

/**
 * Coordinates in which the rows have mean 0 and, as far as the structure's family is closed under it, covariance I.
 *
 *   affine: T T^T = Cov(x);  scaling: T = diag(sd);  rotation: T = s I;  translation: T = I
 *
 * @param x  n x d
 * @throws GaussmixError "constant-column", "collinear", "few-rows" or "range" when no such coordinates exist
 */
export function coordinatesFor(x: Matrix, options: ConditioningOptions): Conditioning {
  const spread = columnSpread(x);
  requireRange(spread, options.where);
  requireSpread(spread, options);
  const variances = spread.deviations.map((deviation) => deviation * deviation + options.regularization);
  return conditionings[options.closedUnder]({ x, spread, variances, options });
}

interface Setting {
  readonly x: Matrix;
  readonly spread: ColumnSpread;
  /** Variances of the columns, regularization included. */
  readonly variances: Float64Array;
  readonly options: ConditioningOptions;
}

const conditionings: Readonly<Record<Closure, (setting: Setting) => Conditioning>> = {
  affine: (setting) => ({
    coordinates: {
      origin: setting.spread.means,
      map: { kind: 'triangular', dimension: setting.x.columns, factor: totalFactor(setting) },
    },
    startCoordinates: standardizing(setting),
    unitVariance: 1,
  }),

  scaling: (setting) => used(standardizing(setting), 1),

  rotation: ({ spread, variances }) => used(scalingBy(Math.sqrt(meanOf(variances)), spread), 1),

  translation: ({ spread, variances }) => used(scalingBy(1, spread), meanOf(variances)),
};

function used(coordinates: Coordinates, unitVariance: number): Conditioning {
  return { coordinates, startCoordinates: coordinates, unitVariance };
}

function standardizing({ spread, variances }: Setting): Coordinates {
  return { origin: spread.means, map: { kind: 'columns', factors: variances.map(Math.sqrt) } };
}

function scalingBy(factor: number, { means }: ColumnSpread): Coordinates {
  return { origin: means, map: { kind: 'scale', dimension: means.length, factor } };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

/** Which columns must vary for the family to have a likelihood that is bounded for one component. */
function requireSpread({ deviations, means }: ColumnSpread, options: ConditioningOptions): void {
  if (options.regularization > 0 || options.closedUnder === 'translation') return;
  if (deviations.every((deviation) => deviation === 0)) {
    throw new GaussmixError(
      'constant-column',
      `${options.where}: x must have rows that differ, got rows that are all equal. Try a positive regularization.`,
    );
  }
  const constant = deviations.indexOf(0);
  if (constant < 0 || options.closedUnder === 'rotation') return;
  throw new GaussmixError(
    'constant-column',
    `${options.where}: every column must vary for covariance "${options.structure}", got column ${constant + 1} that is ` +
      `${means[constant]} in every row. Leave the column out, or try covariance "spherical" or a positive regularization.`,
  );
}

/**
 * T with T T^T = Cov(x) + r I: Cholesky of the correlations, then once more of what is left after T is undone, because
 * the correlations of almost collinear columns have few digits and the undone rows have all (as in CholeskyQR2;
 * Fukaya et al. 2014).
 */
function totalFactor(setting: Setting): Float64Array {
  const { x, spread, variances, options } = setting;
  const d = x.columns;
  if (x.rows <= d && options.regularization === 0) throw tooFewRows(x, options);
  const deviations = variances.map(Math.sqrt);
  const standardized = conditionRowsInto(options.room, x, {
    kernels: options.kernels,
    origin: spread.means,
    map: { kind: 'columns', factors: deviations },
  });
  const first = factorOfCorrelations(standardized, shareOf(options.regularization, variances));
  for (let i = 0; i < d; i++)
    for (let j = 0; j <= i; j++) first[i * d + j] = first[i * d + j]! * deviations[i]!;
  if (options.regularization > 0) return first;

  const undone = conditionRowsInto(options.room, x, {
    kernels: options.kernels,
    origin: spread.means,
    map: { kind: 'triangular', dimension: d, factor: first },
  });
  const rest = covarianceOf(undone, new Float64Array(d));
  const noise = spread.sizes.reduce((sum, size, j) => sum + size / deviations[j]!, 0) * 8 * EPSILON;
  const second = new Float64Array(d * d);
  const failed = choleskyInto(second, rest, d);
  for (let j = 0; j < d; j++) {
    const left = failed >= 0 && j >= failed ? 0 : (first[j * d + j]! * second[j * d + j]!) / deviations[j]!;
    if (left <= noise) throw collinear(j, options);
  }
  return multiplyLowers(first, second, d);
}

/** How much of each column's variance is regularization. */
function shareOf(regularization: number, variances: Float64Array): Float64Array {
  return variances.map((variance) => regularization / variance);
}

/** Cholesky of the correlations plus the diagonal; where it fails by rounding, a shift just above rounding is added. */
function factorOfCorrelations(standardized: Matrix, diagonal: Float64Array): Float64Array {
  const d = standardized.columns;
  const correlations = covarianceOf(standardized, new Float64Array(d));
  const factor = new Float64Array(d * d);
  for (let shift = 0; ; shift = shift === 0 ? 8 * d * EPSILON : shift * 8) {
    const shifted = correlations.slice();
    for (let j = 0; j < d; j++) shifted[j * d + j] = shifted[j * d + j]! + diagonal[j]! + shift;
    if (choleskyInto(factor, shifted, d) < 0) return factor;
  }
}

function tooFewRows(x: Matrix, { where, structure }: ConditioningOptions): GaussmixError {
  return new GaussmixError(
    'few-rows',
    `${where}: x must have more rows than columns (${x.columns}) for covariance "${structure}", got ${x.rows}. ` +
      'Try covariance "diag" or "spherical", fewer columns, or a positive regularization.',
  );
}

function collinear(column: number, { where, structure }: ConditioningOptions): GaussmixError {
  return new GaussmixError(
    'collinear',
    `${where}: no column may be a linear combination of others for covariance "${structure}", got column ${column + 1} ` +
      'that follows from the columns before it. Leave it out, or try covariance "diag" or a positive regularization.',
  );
}
