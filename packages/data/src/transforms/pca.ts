import { GaussmixError } from '@gaussmix/kernels';
import { createMatrix, type Matrix, principalComponents } from '@gaussmix/linalg';

/** z = C (x - mean): the N directions in which the data vary most. Plain JSON. */
export interface PcaTransform {
  readonly kind: 'pca';
  /** d means. */
  readonly mean: readonly number[];
  /** N rows of d: unit vectors at right angles. In each, the entry of largest size is positive. */
  readonly components: readonly (readonly number[])[];
  /** N variances along them, largest first, with divisor n. */
  readonly variances: readonly number[];
}

/** Principal components, not scaled to unit variance. */
export const pca = {
  /**
   * The first N principal components.
   *
   * @param x  n x d
   * @param options  `components`: N, from 1 to d; `where`: what messages begin with
   * @throws GaussmixError "pca" when N is not a whole number from 1 to d
   */
  fit(x: Matrix, options: { components: number; where?: string }): PcaTransform {
    const { components: count, where = 'pca' } = options;
    if (!Number.isInteger(count) || count < 1 || count > x.columns) {
      throw new GaussmixError(
        'pca',
        `${where}: pca must be a whole number from 1 to the number of columns (${x.columns}), got ${count}.`,
      );
    }
    const { mean, axes, variances } = principalComponents(x);
    const components = Array.from({ length: count }, (_, i) =>
      Array.from(axes.data.subarray(i * x.columns, (i + 1) * x.columns)),
    );
    return {
      kind: 'pca',
      mean: Array.from(mean),
      components,
      variances: Array.from(variances.subarray(0, count)),
    };
  },

  /** N names, `pc1`, `pc2`. */
  names({ components }: PcaTransform): string[] {
    return components.map((_, i) => `pc${i + 1}`);
  },

  /** d. */
  inputs({ mean }: PcaTransform): number {
    return mean.length;
  },

  /** N. */
  outputs({ components }: PcaTransform): number {
    return components.length;
  },

  /**
   * The rows along the components. Centered before anything is multiplied, so that data far from zero keep their
   * digits.
   *
   * @param x  n x d
   * @returns n x N
   */
  apply({ mean, components }: PcaTransform, x: Matrix): Matrix {
    const { data, rows, columns } = x;
    const out = createMatrix(rows, components.length);
    const centered = new Float64Array(columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) centered[j] = data[i * columns + j]! - mean[j]!;
      components.forEach((component, c) => {
        let sum = 0;
        for (let j = 0; j < columns; j++) sum += component[j]! * centered[j]!;
        out.data[i * components.length + c] = sum;
      });
    }
    return out;
  },
};
