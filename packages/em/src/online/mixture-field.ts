import { GaussmixError } from '@gaussmix/kernels';
import { type Door, refuse, shown, variancesOf } from './memory-settings.ts';
import { LEAST } from './statistics.ts';

/**
 * Many small mixtures with diagonal covariances, one at each cell of a field, such as a pixel of a picture: what
 * {@link OnlineState} is for one. All in flat arrays, one cell after another; plain data.
 */
export interface MixtureField {
  readonly cells: number;
  /** K, at each cell. */
  readonly components: number;
  /** d. */
  readonly dimension: number;
  /** N_k: for how many rows each component counts, cells x K. */
  readonly counts: Float64Array;
  /** cells x K x d. */
  readonly means: Float64Array;
  /** Diagonals of the scatters about the means, cells x K x d. */
  readonly scatters: Float64Array;
  /** sigma^2, cells x K x d. */
  readonly variances: Float64Array;
  /** The component of each cell that its last row is most probably of; the new one where the row was novel. */
  readonly labels: Int32Array;
  /** 1 where the last row of a cell was novel, else 0. */
  readonly novel: Uint8Array;
  /** Variance of each column at the start, d numbers: what regularization "auto" measures a collapse by. */
  readonly spread: Float64Array;
}

/** How numbers of a frame are read. */
export interface FrameLayout {
  /** Numbers from one cell's row to the next, such as 4 for RGBA of which d = 3 are looked at; d when absent. */
  readonly stride?: number;
}

/** What a field starts from. */
export interface FieldStart extends FrameLayout {
  /** The first row of every cell, one after another, such as the `data` of an ImageData. */
  readonly frame: ArrayLike<number>;
  /** d, 1 when absent. */
  readonly dimension?: number;
  /** K at each cell: 3 when absent. The first is about the first row; the others are places that novel rows will take. */
  readonly components?: number;
  /** The variance about the first row, in squared units of the data: one, or one for each column. */
  readonly variance: number | readonly number[];
}

/**
 * A field of mixtures, one for each row of a first frame.
 *
 * @returns the field after that frame
 * @throws GaussmixError "dimension", "components", "variance", "stride", "shape" or "not-finite"
 *
 * Stauffer & Grimson (1999).
 */
export function mixtureField(start: FieldStart): MixtureField {
  const { frame, dimension: d = 1, components: K = 3 } = start;
  const door = { where: 'mixtureField', dimension: d };
  requireWhole(door, 'dimension', d);
  requireWhole(door, 'components', K);
  const spread = variancesOf(start.variance, 'variance', door);
  const stride = strideOf(start, door);
  const cells = Math.floor(frame.length / stride);
  requireFrame(frame, { cells: Math.max(1, cells), stride }, door);
  const counts = new Float64Array(cells * K).fill(LEAST);
  const means = new Float64Array(cells * K * d);
  const scatters = new Float64Array(cells * K * d);
  for (let cell = 0; cell < cells; cell++) {
    counts[cell * K] = 1;
    for (let k = 0; k < K; k++) {
      const at = (cell * K + k) * d;
      for (let j = 0; j < d; j++) {
        means[at + j] = frame[cell * stride + j]!;
        scatters[at + j] = counts[cell * K + k]! * spread[j]!;
      }
    }
  }
  return {
    cells,
    components: K,
    dimension: d,
    counts,
    means,
    scatters,
    variances: scatters.map((_, at) => spread[at % d]!),
    labels: new Int32Array(cells),
    novel: new Uint8Array(cells),
    spread,
  };
}

/**
 * The numbers from one cell's row to the next.
 *
 * @throws GaussmixError "stride"
 */
export function strideOf({ stride }: FrameLayout, door: Door): number {
  const { dimension: d } = door;
  if (stride === undefined) return d;
  if (!(Number.isInteger(stride) && stride >= d)) {
    refuse(door, 'stride', `must be a whole number, at least the dimension (${d}), got ${shown(stride)}.`);
  }
  return stride;
}

/**
 * Checks that a frame has one row of finite numbers for each cell.
 *
 * @throws GaussmixError "shape" or "not-finite", naming the cell, counted from 0
 */
export function requireFrame(
  frame: ArrayLike<number>,
  { cells, stride }: { cells: number; stride: number },
  { where, dimension: d }: Door,
): void {
  if (frame.length !== cells * stride) {
    const must = `must hold ${stride} numbers for each cell (${cells} * ${stride})`;
    throw new GaussmixError('shape', `${where}: frame ${must}, got ${frame.length}.`);
  }
  for (let cell = 0; cell < cells; cell++) {
    for (let j = 0; j < d; j++) {
      const value = frame[cell * stride + j]!;
      if (value - value === 0) continue;
      const at = `in cell ${cell}, column ${j + 1}`;
      throw new GaussmixError(
        'not-finite',
        `${where}: frame must hold finite numbers, got ${shown(value)} ${at}.`,
      );
    }
  }
}

function requireWhole(door: Door, option: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  refuse(door, option, `must be a whole number, at least 1, got ${shown(value)}.`);
}
