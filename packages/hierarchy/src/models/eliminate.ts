import { log } from '@gaussmix/kernels';

/**
 * Gaussian elimination of a symmetric matrix, in place, without square roots.
 *
 * @param triangle  d (d + 1) / 2 numbers, the lower triangle row after row; receives the pivots on its diagonal
 * @param divisor  the matrix is divided by it
 * @returns the determinant of the matrix over the divisor; 0 when a pivot is not positive, Infinity when it overflows
 *
 * O(d^3 / 6).
 */
export function eliminate(triangle: Float64Array, d: number, divisor: number): number {
  let determinant = 1;
  for (let c = 0, diagonal = 0; c < d; c++, diagonal += c + 1) {
    const pivot = triangle[diagonal]!;
    if (!(pivot > 0)) return 0;
    determinant *= pivot / divisor;
    for (let r = c + 1, row = diagonal + 1; r < d; row += ++r) {
      // Entry (r, k) stands at row + k; row c's own entries are those of column c, by symmetry.
      const factor = triangle[row + c]! / pivot;
      for (let k = c + 1, below = diagonal + c + 1; k <= r; below += ++k) {
        triangle[row + k] = triangle[row + k]! - factor * triangle[below]!;
      }
    }
  }
  return determinant;
}

/**
 * The logarithm of a determinant that overflows.
 *
 * @param triangle  what `eliminate` has left
 */
export function logOfPivots(triangle: Float64Array, d: number, divisor: number): number {
  let sum = 0;
  for (let c = 0, diagonal = 0; c < d; c++, diagonal += c + 1) sum += log(triangle[diagonal]! / divisor);
  return sum;
}
