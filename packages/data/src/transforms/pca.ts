import { GaussmixError } from '@gaussmix/kernels';
import { createMatrix, type Matrix, principalComponents } from '@gaussmix/linalg';
import type { Step } from './step.ts';

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

  /**
   * The rows along the components.
   *
   * @param x  n x d
   * @returns n x N
   */
  apply: (transform: PcaTransform, x: Matrix): Matrix => pcaStep(transform).apply(x),
};

/**
 * Rotation to principal components as a step of a chain; they are called `pc1`, `pc2`. It stands apart from `fit`,
 * so that who only applies need not load the eigenvalue solver.
 */
export function pcaStep({ mean, components }: PcaTransform): Step {
  return {
    inputs: mean.length,
    outputs: components.length,
    names: () => components.map((_, i) => `pc${i + 1}`),
    apply({ data, rows, columns }) {
      const out = createMatrix(rows, components.length);
      // Centered before anything is multiplied, so that data far from zero keep their digits.
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
}
