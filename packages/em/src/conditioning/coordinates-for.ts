import type { Closure, LinearMap } from '@gaussmix/covariance';
import type { Coordinates } from '@gaussmix/distributions';
import { GaussmixError, type Kernels } from '@gaussmix/kernels';
import { choleskyInto, type Matrix, multiplyLowers } from '@gaussmix/linalg';
import { covarianceOfAll } from '../moments-of-all.ts';
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
   * From these coordinates to those in which distances between rows mean something: whitening hides groups that lie far
   * apart, so where the fit's coordinates are whitened those are only standardized. Undefined where they are the same.
   */
  readonly distanceMap?: LinearMap;
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
  affine(setting) {
    const dimension = setting.x.columns;
    const factor = totalFactor(setting);
    const deviations = setting.variances.map(Math.sqrt);
    const correlated = factor.map((entry, at) => entry / deviations[Math.floor(at / dimension)]!);
    return {
      ...centered(setting, { kind: 'triangular', dimension, factor }, 1),
      distanceMap: { kind: 'triangular', dimension, factor: correlated },
    };
  },

  scaling: (setting) => centered(setting, { kind: 'columns', factors: setting.variances.map(Math.sqrt) }, 1),

  rotation: (setting) => scaledBy(Math.sqrt(meanOf(setting.variances)), setting, 1),

  translation: (setting) => scaledBy(1, setting, meanOf(setting.variances)),
};

function centered({ spread }: Setting, map: LinearMap, unitVariance: number): Conditioning {
  return { coordinates: { origin: spread.means, map }, unitVariance };
}

function scaledBy(factor: number, setting: Setting, unitVariance: number): Conditioning {
  return centered(setting, { kind: 'scale', dimension: setting.x.columns, factor }, unitVariance);
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
function totalFactor({ x, spread, variances, options }: Setting): Float64Array {
  const { regularization, room, kernels } = options;
  const d = x.columns;
  if (x.rows <= d && regularization === 0) throw tooFewRows(x, options);
  const deviations = variances.map(Math.sqrt);
  const covarianceIn = (map: LinearMap): Float64Array =>
    covarianceOfAll({
      rows: conditionRowsInto(room, x, { kernels, origin: spread.means, map }),
      kernels,
      unitVariance: 1,
    });
  const correlations = covarianceIn({ kind: 'columns', factors: deviations });
  const first = factorOfCorrelations(correlations, d).map(
    (entry, at) => entry * deviations[Math.floor(at / d)]!,
  );
  if (regularization > 0) return first;

  const rest = covarianceIn({ kind: 'triangular', dimension: d, factor: first });
  const noise = spread.sizes.reduce((sum, size, j) => sum + size / deviations[j]!, 0) * 8 * EPSILON;
  // From where it fails on, its diagonal stays 0.
  const second = new Float64Array(d * d);
  choleskyInto(second, rest, d);
  for (let j = 0; j < d; j++) {
    const left = (first[j * d + j]! * second[j * d + j]!) / deviations[j]!;
    if (left <= noise) throw collinear(j, options);
  }
  return multiplyLowers(first, second, d);
}

/**
 * Cholesky of correlations, whose diagonal is 1, regularization included; where it fails by rounding, a shift just above
 * rounding is added.
 */
function factorOfCorrelations(correlations: Float64Array, d: number): Float64Array {
  const factor = new Float64Array(d * d);
  for (let shift = 0; ; shift = shift === 0 ? 8 * d * EPSILON : shift * 8) {
    for (let j = 0; j < d; j++) correlations[j * d + j] = 1 + shift;
    if (choleskyInto(factor, correlations, d) < 0) return factor;
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
