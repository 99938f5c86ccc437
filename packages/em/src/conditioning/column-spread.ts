import { GaussmixError } from '@gaussmix/kernels';
import { columnMeans, type Matrix } from '@gaussmix/linalg';

/** Where the columns lie and how far they spread. */
export interface ColumnSpread {
  /** d column means. */
  readonly means: Float64Array;
  /** d standard deviations, divisor n; 0 for a constant column. */
  readonly deviations: Float64Array;
  /** d largest sizes |x_ij|. */
  readonly sizes: Float64Array;
}

/** Standard deviations whose squares, and squares of what is a thousand times smaller or larger, are normal doubles. */
const SMALLEST_DEVIATION = 1e-150;
const LARGEST_DEVIATION = 1e153;

/**
 * Means, standard deviations and sizes of the columns; squares are taken of scaled numbers, so nothing overflows.
 *
 * @param x  n x d
 * @returns d of each
 */
export function columnSpread(x: Matrix): ColumnSpread {
  const { data, columns: d, rows } = x;
  const means = columnMeans(x);
  const lows = new Float64Array(d).fill(Infinity);
  const highs = new Float64Array(d).fill(-Infinity);
  for (let at = 0; at < data.length; at += d) {
    for (let j = 0; j < d; j++) {
      const value = data[at + j]!;
      if (value < lows[j]!) lows[j] = value;
      if (value > highs[j]!) highs[j] = value;
    }
  }
  const sizes = lows.map((low, j) => Math.max(Math.abs(low), Math.abs(highs[j]!)));
  const widest = means.map((mean, j) => Math.max(mean - lows[j]!, highs[j]! - mean));
  const sums = new Float64Array(d);
  for (let at = 0; at < data.length; at += d) {
    for (let j = 0; j < d; j++) {
      const scaled = (data[at + j]! - means[j]!) / widest[j]!;
      sums[j] = sums[j]! + scaled * scaled;
    }
  }
  const deviations = sums.map((sum, j) => (lows[j] === highs[j] ? 0 : widest[j]! * Math.sqrt(sum / rows)));
  for (let j = 0; j < d; j++) if (lows[j] === highs[j]) means[j] = lows[j]!;
  return { means, deviations, sizes };
}

/**
 * Refuses columns whose variances do not fit a double.
 *
 * @throws GaussmixError "range", naming the column, counted from 1
 */
export function requireRange({ deviations }: ColumnSpread, where: string): void {
  for (const [j, deviation] of deviations.entries()) {
    if (deviation === 0 || (deviation >= SMALLEST_DEVIATION && deviation <= LARGEST_DEVIATION)) continue;
    throw new GaussmixError(
      'range',
      `${where}: every column must have a standard deviation from ${SMALLEST_DEVIATION} to ${LARGEST_DEVIATION}, so that ` +
        `its variance fits a double, got ${deviation.toPrecision(3)} in column ${j + 1}. Try other units.`,
    );
  }
}
