import { toFactor } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { createMatrix, type Matrix, type SymmetricEigen } from '@gaussmix/linalg';
import { congruence } from './family-map.ts';
import { coordinatesPerComponent, moveOf, triangleLength } from './score-coordinates.ts';

/** A mixture whose parameters move. */
export interface MovingMixture {
  readonly mixture: Mixture;
  /** N_k. */
  readonly counts: Float64Array;
  /** K m x p: the moves of the free parameters. */
  readonly basis: Matrix;
}

/**
 * How weights, means and covariances answer to moves of the free parameters:
 *
 *   dw = sqrt(N_k) / n c,   dmu = L a / sqrt(N_k),   dSigma = L X L^T
 *
 * @returns (K + K d + K d (d + 1) / 2) x p: weights, means, then the lower triangles row by row
 */
export function derivativeOfParameters({ mixture, counts, basis }: MovingMixture): Matrix {
  const { dimension: d, covariances } = mixture;
  const components = counts.length;
  const [m, length] = [coordinatesPerComponent(d), triangleLength(d)];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const derivative = createMatrix(components * m, basis.columns);
  for (let column = 0; column < basis.columns; column++) {
    const set = (row: number, value: number): void => {
      derivative.data[row * basis.columns + column] = value;
    };
    for (let k = 0; k < components; k++) {
      const root = Math.sqrt(counts[k]!);
      const factor = toFactor(covariances[k]!);
      const move = Float64Array.from(
        { length: m },
        (_, e) => basis.data[(k * m + e) * basis.columns + column]!,
      );
      set(k, (root / total) * move[0]!);
      for (let i = 0; i < d; i++) {
        let shift = 0;
        for (let j = 0; j <= i; j++) shift += factor[i * d + j]! * move[1 + j]!;
        set(components + k * d + i, shift / root);
      }
      const change = congruence(factor, moveOf(move.subarray(1 + d), counts[k]!, d), d);
      let row = components * (1 + d) + k * length;
      for (let i = 0; i < d; i++) for (let j = 0; j <= i; j++) set(row++, change[i * d + j]!);
    }
  }
  return derivative;
}

/**
 * The covariance matrix of functions of parameters: J I^-1 J^T.
 *
 * @param derivative  J, one row per function
 * @param information  I, positive definite, as eigenvalues and vectors
 * @returns one row and one column per function
 */
export function covarianceOfFunctions(derivative: Matrix, information: SymmetricEigen): Matrix {
  const { rows, columns: p } = derivative;
  const spread = createMatrix(rows, p);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < p; j++) {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += derivative.data[i * p + k]! * information.vectors[k * p + j]!;
      spread.data[i * p + j] = sum / Math.sqrt(information.values[j]!);
    }
  }
  const covariance = createMatrix(rows, rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += spread.data[i * p + k]! * spread.data[j * p + k]!;
      covariance.data[i * rows + j] = sum;
      covariance.data[j * rows + i] = sum;
    }
  }
  return covariance;
}
