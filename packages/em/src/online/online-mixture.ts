import { type Covariance, type CovarianceStructure, type MomentShape, toDense } from '@gaussmix/covariance';
import { createMixture, type Mixture } from '@gaussmix/distributions';
import { GaussmixError } from '@gaussmix/kernels';
import { structureOf } from '../settings.ts';
import { type Door, refuse, shown, variancesOf } from './memory-settings.ts';
import type { OnlineOptions } from './online-options.ts';
import type { OnlineState } from './online-state.ts';
import { LEAST } from './statistics.ts';

/** A start by a mixture. A fit is one: it counts for the rows that were fitted. */
export interface MixtureStart {
  readonly mixture: Mixture;
  /** For how many rows the mixture counts: the fewer, the sooner it is forgotten. With 0 it gives but the first posteriors. */
  readonly rows: number;
}

/** A start from nothing but one row. The other components are places, without weight, that novel rows will take. */
export interface RowStart {
  /** d numbers. */
  readonly row: ArrayLike<number>;
  /** K; 1 when absent. */
  readonly components?: number;
  /** The variance about the row, in squared units of the data: one, or one for each column. */
  readonly variance: number | readonly number[];
}

const WHERE = 'onlineMixture';

/**
 * A state for {@link updateMixture} to go on from: from a fit, from a mixture, or from a single row.
 *
 *   N_k = n w_k,   S_k = N_k Sigma_k
 *
 * @param start  `{ mixture, rows }`, such as a fit, or `{ row, variance, components }`
 * @param options  the covariance structure, which later updates are to be given too
 * @returns the state before any update
 * @throws GaussmixError "rows", "components", "variance", "covariance", or whatever is wrong with the mixture
 *
 * O(K d^2).
 */
export function onlineMixture(
  start: MixtureStart | RowStart,
  options: Pick<OnlineOptions, 'covariance'> = {},
): OnlineState {
  const structure = structureOf(options.covariance ?? 'full', WHERE);
  const given = 'mixture' in start ? start : startOfRow(start);
  const door = { where: WHERE, dimension: given.mixture?.dimension ?? 0 };
  const { rows } = given;
  if (!(rows >= 0 && rows < Infinity)) {
    refuse(
      door,
      'rows',
      `must be a number of rows that the mixture counts for, at least 0, got ${shown(rows)}.`,
    );
  }
  const mixture = aboutItsMean(copyOf(given.mixture));
  const counts = mixture.weights.map((weight) => Math.max(LEAST, weight * rows));
  const matrices = mixture.covariances.map(toDense);
  return {
    mixture,
    counts,
    scatters: scatters[structure.moments](counts, matrices, mixture.dimension),
    spread: spreadOf(mixture, matrices),
    rows: 0,
    heldUp: [],
  };
}

/**
 * Checks that a state has the scatters that a structure reads.
 *
 * @throws GaussmixError "covariance"
 */
export function requireScattersOf(state: OnlineState, structure: CovarianceStructure, door: Door): void {
  const d = state.mixture.dimension;
  const number = structure.moments === 'pooled' ? 1 : state.counts.length;
  const length = structure.moments === 'diagonal' ? d : d * d;
  const got = state.scatters;
  if (got.length === number && got[0]!.length === length) return;
  const what = `must read scatters such as the state's (${got.length} of ${got[0]!.length} numbers)`;
  const cure = 'Try the covariance that the state was made with.';
  refuse(door, 'covariance', `${what}, got "${structure.name}", which reads ${number} of ${length}. ${cure}`);
}

/** Scatters N_k Sigma_k in the shape that is remembered. A sketch looks elsewhere each time, so the whole is kept for it. */
const scatters: Readonly<
  Record<MomentShape, (counts: Float64Array, matrices: readonly Float64Array[], d: number) => Float64Array[]>
> = {
  full: multiples,
  sketch: multiples,
  pooled(counts, matrices, d) {
    const sum = new Float64Array(d * d);
    for (const matrix of multiples(counts, matrices)) for (const at of sum.keys()) sum[at]! += matrix[at]!;
    return [sum];
  },
  diagonal: (counts, matrices, d) => multiples(counts, matrices).map((matrix) => diagonalOf(matrix, d)),
};

function multiples(counts: Float64Array, matrices: readonly Float64Array[]): Float64Array[] {
  return matrices.map((matrix, k) => matrix.map((entry) => counts[k]! * entry));
}

function diagonalOf(matrix: Float64Array, d: number): Float64Array {
  return Float64Array.from({ length: d }, (_, j) => matrix[j * d + j]!);
}

function startOfRow({ row, components = 1, variance }: RowStart): MixtureStart {
  const door = { where: WHERE, dimension: row.length };
  if (!(Number.isInteger(components) && components > 0)) {
    refuse(door, 'components', `must be a whole number, at least 1, got ${shown(components)}.`);
  }
  const variances = variancesOf(variance, 'variance', door);
  const covariance: Covariance = { form: 'diagonal', variances };
  const weights = new Float64Array(components);
  weights[0] = 1;
  const repeated = <T>(one: T): T[] => new Array<T>(components).fill(one);
  const mixture = {
    dimension: row.length,
    weights,
    means: repeated(Float64Array.from(row)),
    covariances: repeated(covariance),
    origin: new Float64Array(row.length),
    offsets: repeated(Float64Array.from(row)),
  };
  return { mixture, rows: 1 };
}

/** A mixture checked and copied, told of by this function's name. */
function copyOf(mixture: Mixture): Mixture {
  try {
    return createMixture(mixture);
  } catch (error) {
    if (!(error instanceof GaussmixError)) throw error;
    throw new GaussmixError(error.code, error.message.replace(/^\w+/, WHERE), { cause: error });
  }
}

/** The same mixture with its own mean as origin, which is near the rows to come: so their digits are kept. */
function aboutItsMean(mixture: Mixture): Mixture {
  const { dimension, weights, offsets } = mixture;
  const shift = new Float64Array(dimension);
  for (const [k, offset] of offsets.entries())
    for (const j of shift.keys()) shift[j]! += weights[k]! * offset[j]!;
  const origin = mixture.origin.map((value, j) => value + shift[j]!);
  // What the sum rounds off stays in the offsets.
  const moved = origin.map((value, j) => value - mixture.origin[j]!);
  const shifted = offsets.map((offset) => offset.map((value, j) => value - moved[j]!));
  return { ...mixture, origin, offsets: shifted };
}

/** The variance of each column under a mixture. */
function spreadOf(
  { dimension: d, weights, offsets }: Mixture,
  matrices: readonly Float64Array[],
): Float64Array {
  const means = new Float64Array(d);
  const spread = new Float64Array(d);
  for (let j = 0; j < d; j++) {
    for (const [k, weight] of weights.entries()) means[j]! += weight * offsets[k]![j]!;
    for (const [k, weight] of weights.entries()) {
      const deviation = offsets[k]![j]! - means[j]!;
      spread[j]! += weight * (matrices[k]![j * d + j]! + deviation * deviation);
    }
  }
  return spread;
}
