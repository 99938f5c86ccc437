import { GaussmixError } from '@gaussmix/kernels';
import { columnMeans, createMatrix, type Matrix } from '@gaussmix/linalg';
import { quote } from '../table/quote.ts';
import type { Step } from './step.ts';

/** z = (x - mean) / scale, column by column. Plain JSON. */
export interface StandardizeTransform {
  readonly kind: 'standardize';
  /** d means, in the units of the columns. */
  readonly means: readonly number[];
  /** d standard deviations, positive, in the units of the columns. */
  readonly scales: readonly number[];
}

/** Columns with mean 0 and standard deviation 1, so that their units no longer matter. */
export const standardize = {
  /**
   * The means and standard deviations of the columns, with divisor n, as in scikit-learn.
   *
   *   scale = m sqrt( 1/n sum_i ((x_i - mean) / m)^2 ),   m = max_i |x_i - mean|
   *
   * Centered first, so that data far from zero keep their digits, and scaled by m, so that no square overflows.
   *
   * @param x  n x d
   * @param options  `names`: d names of the columns, for messages; `where`: what messages begin with
   * @throws GaussmixError "constant" naming a column whose numbers are all alike, "range" one whose numbers are
   *   too far apart for their differences
   */
  fit(x: Matrix, options: { names?: readonly string[]; where?: string } = {}): StandardizeTransform {
    const { where = 'standardize', names } = options;
    const means = Array.from(columnMeans(x));
    const scales = means.map((mean, j) => {
      const scale = deviation(x, j, mean);
      if (scale > 0 && scale < Infinity) return scale;
      const column = `${where}: column ${names ? quote(names[j]!) : j + 1}`;
      if (scale === 0) {
        throw new GaussmixError(
          'constant',
          `${column} must vary to be standardized, got ${x.data[j]} in every row. Leave it out.`,
        );
      }
      throw new GaussmixError(
        'range',
        `${column} must have differences below 1.8e308 to be standardized, got larger ones. Try larger units.`,
      );
    });
    return { kind: 'standardize', means, scales };
  },

  /**
   * The rows in standard units.
   *
   * @param x  n x d
   * @returns n x d
   */
  apply: (transform: StandardizeTransform, x: Matrix): Matrix => standardizeStep(transform).apply(x),
};

/** Standardizing as a step of a chain. It stands apart from `fit`, so that who only applies need not load that. */
export function standardizeStep({ means, scales }: StandardizeTransform): Step {
  return {
    inputs: means.length,
    outputs: means.length,
    names: (names) => [...names],
    apply({ data, rows, columns }) {
      const out = createMatrix(rows, columns);
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          out.data[i * columns + j] = (data[i * columns + j]! - means[j]!) / scales[j]!;
        }
      }
      return out;
    },
  };
}

/** The root mean square of column j about its mean; exactly 0 if and only if all its numbers are alike. */
function deviation({ data, rows, columns }: Matrix, j: number, mean: number): number {
  let largest = 0;
  let varies = false;
  for (let at = j; at < data.length; at += columns) {
    varies ||= data[at] !== data[j];
    largest = Math.max(largest, Math.abs(data[at]! - mean));
  }
  if (!varies || largest === Infinity) return varies ? Infinity : 0;
  let sum = 0;
  let squares = 0;
  for (let at = j; at < data.length; at += columns) {
    const ratio = (data[at]! - mean) / largest;
    sum += ratio;
    squares += ratio * ratio;
  }
  // The mean was rounded: far from zero the deviations have a mean of their own.
  const rest = sum / rows;
  return largest * Math.sqrt(squares / rows - rest * rest);
}
