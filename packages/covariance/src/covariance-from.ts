import { GaussmixError } from '@gaussmix/kernels';
import { choleskyInto } from '@gaussmix/linalg';
import type { Covariance, DenseCovariance } from './covariance.ts';
import type { CovarianceJSON } from './covariance-json.ts';

/**
 * A dense covariance from its matrix.
 *
 * @param matrix  Sigma, d x d row-major; the lower triangle is read
 * @throws GaussmixError "not-positive-definite"
 */
export function covarianceFromDense(matrix: Float64Array, d: number): DenseCovariance {
  const factor = new Float64Array(d * d);
  const pivot = choleskyInto(factor, matrix, d);
  if (pivot >= 0) {
    throw new GaussmixError(
      'not-positive-definite',
      `covarianceFromDense: the matrix must be positive definite, got one that fails at row ${pivot + 1} of ${d}.`,
    );
  }
  return { form: 'dense', dimension: d, factor };
}

/**
 * A covariance from the model document's spelling. A dense one that has a `factor` keeps it, bit by bit; that it
 * agrees with the matrix is for the reader of the document to check.
 *
 * @param json  checked by the caller for types and lengths
 * @throws GaussmixError "not-positive-definite" when a matrix without factor is not
 */
export function covarianceFromJSON(json: CovarianceJSON): Covariance {
  if (json.kind === 'identity')
    return { form: 'identity', dimension: json.dimension, variance: json.variance };
  if (json.kind === 'diagonal') return { form: 'diagonal', variances: Float64Array.from(json.variances) };
  if (json.kind === 'low-rank') {
    const loadings = Float64Array.from(json.loadings.flat());
    return { form: 'low-rank', loadings, noise: Float64Array.from(json.noise) };
  }
  const d = json.matrix.length;
  if (json.factor) return { form: 'dense', dimension: d, factor: Float64Array.from(json.factor.flat()) };
  return covarianceFromDense(Float64Array.from(json.matrix.flat()), d);
}
