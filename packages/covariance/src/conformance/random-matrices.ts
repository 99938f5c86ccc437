import type { Sequence } from './sequence.ts';
import { congruence, diagonalMatrix, product } from './square-matrices.ts';

/**
 * A lower triangular matrix with a positive diagonal, condition number some 10.
 *
 * @returns d x d row-major
 */
export function randomLower(numbers: Sequence, d: number): Float64Array {
  const lower = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) lower[i * d + j] = numbers.between(-0.7, 0.7);
    lower[i * d + i] = numbers.between(0.5, 2);
  }
  return lower;
}

/**
 * An orthogonal matrix: a product of d Householder reflections I - 2 v v^T / |v|^2.
 *
 * @returns Q, d x d row-major
 */
export function randomOrthogonal(numbers: Sequence, d: number): Float64Array {
  let orthogonal = diagonalMatrix(new Float64Array(d).fill(1));
  for (let count = 0; count < d; count++) {
    const v = Float64Array.from({ length: d }, () => numbers.between(-1, 1));
    const square = v.reduce((sum, entry) => sum + entry * entry, 0);
    const reflection = Float64Array.from(
      { length: d * d },
      (_, at) => (at % (d + 1) === 0 ? 1 : 0) - (2 * v[Math.floor(at / d)]! * v[at % d]!) / square,
    );
    orthogonal = product(orthogonal, reflection, d);
  }
  return orthogonal;
}

/**
 * Any invertible matrix, Q D R with Q and R orthogonal: no triangle, no symmetry, condition number below 10.
 *
 * @returns d x d row-major
 */
export function randomInvertible(numbers: Sequence, d: number): Float64Array {
  const stretched = product(randomOrthogonal(numbers, d), diagonalMatrix(randomFactors(numbers, d)), d);
  return product(stretched, randomOrthogonal(numbers, d), d);
}

/**
 * A covariance matrix of any volume, shape and orientation. Its eigenvalues are a factor of 1.4 apart and more, so that
 * each axis is well defined; the condition number in five dimensions is below 13.
 *
 * @returns Q D Q^T, d x d row-major
 */
export function randomCovariance(numbers: Sequence, d: number): Float64Array {
  const spectrum = new Float64Array(d);
  let variance = numbers.between(0.3, 3);
  for (let j = 0; j < d; j++) {
    spectrum[j] = variance * numbers.between(0.9, 1.1);
    variance *= 1.75;
  }
  return congruence(randomOrthogonal(numbers, d), diagonalMatrix(spectrum), d);
}

/** @returns d factors between 0.4 and 2.5 */
export function randomFactors(numbers: Sequence, d: number): Float64Array {
  return Float64Array.from({ length: d }, () => numbers.between(0.4, 2.5));
}
