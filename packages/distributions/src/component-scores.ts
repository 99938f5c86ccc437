import { whitenRowsInto } from '@gaussmix/covariance';
import { rowScorer } from '@gaussmix/kernels';
import { createMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import type { Mixture } from './mixture.ts';
import { packMixture } from './pack-mixture.ts';
import { forEachRow, matrixFor } from './rows-of.ts';

/**
 * The log-density of each row under each component alone, weights left out.
 *
 *   ln N(x_i; mu_k, Sigma_k)
 *
 * @param x  n x d, in the units of the mixture
 * @returns n x K, in nats
 * @throws GaussmixError "shape" or "not-finite"
 */
export function componentLogDensities(mixture: Mixture, x: MatrixLike): Matrix {
  const matrix = matrixFor(mixture, x, 'componentLogDensities');
  const components = mixture.weights.length;
  const densities = createMatrix(matrix.rows, components);
  const evenly = { ...mixture, weights: new Float64Array(components).fill(1) };
  const scorer = rowScorer(packMixture(evenly));
  forEachRow(mixture, matrix, (row, i) => {
    scorer.jointInto(densities.data.subarray(i * components, (i + 1) * components), row, 0);
  });
  return densities;
}

/**
 * The Mahalanobis distance of each row from each component's mean.
 *
 *   |L_k^-1 (x_i - mu_k)|,   Sigma_k = L_k L_k^T
 *
 * @param x  n x d, in the units of the mixture
 * @returns n x K distances, in standard deviations; Infinity beyond the largest double
 * @throws GaussmixError "shape" or "not-finite"
 */
export function mahalanobis(mixture: Mixture, x: MatrixLike): Matrix {
  const matrix = matrixFor(mixture, x, 'mahalanobis');
  const components = mixture.weights.length;
  const distances = createMatrix(matrix.rows, components);
  const whitened = new Float64Array(mixture.dimension);
  forEachRow(mixture, matrix, (row, i) => {
    for (let k = 0; k < components; k++) {
      const offset = mixture.offsets[k]!;
      for (let j = 0; j < whitened.length; j++) whitened[j] = row[j]! - offset[j]!;
      whitenRowsInto(whitened, whitened, mixture.covariances[k]!);
      distances.data[i * components + k] = lengthOf(whitened);
    }
  });
  return distances;
}

/** |y|, scaled by its largest entry so that no square overflows. Infinity where whitening itself overflowed, NaN included. */
function lengthOf(y: Float64Array): number {
  const largest = y.reduce((max, entry) => Math.max(max, Math.abs(entry)), 0);
  if (largest === 0) return 0;
  if (!(largest < Infinity)) return Infinity;
  return largest * Math.sqrt(y.reduce((sum, entry) => sum + (entry / largest) * (entry / largest), 0));
}
