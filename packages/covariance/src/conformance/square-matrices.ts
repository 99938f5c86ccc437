/**
 * The product of two square matrices.
 *
 * @returns A B, d x d row-major
 */
export function product(a: Float64Array, b: Float64Array, d: number): Float64Array {
  const result = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += a[i * d + k]! * b[k * d + j]!;
      result[i * d + j] = sum;
    }
  }
  return result;
}

/**
 * What a symmetric matrix becomes when its space is mapped.
 *
 * @returns T S T^T, d x d row-major, symmetric to the last bit
 */
export function congruence(t: Float64Array, s: Float64Array, d: number): Float64Array {
  const half = product(t, s, d);
  const result = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += half[i * d + k]! * t[j * d + k]!;
      result[i * d + j] = sum;
      result[j * d + i] = sum;
    }
  }
  return result;
}

/** @returns diag(entries), d x d row-major */
export function diagonalMatrix(entries: Float64Array): Float64Array {
  const d = entries.length;
  const matrix = new Float64Array(d * d);
  for (let j = 0; j < d; j++) matrix[j * d + j] = entries[j]!;
  return matrix;
}

/** @returns the diagonal, d numbers */
export function diagonalOf(matrix: Float64Array, d: number): Float64Array {
  return Float64Array.from({ length: d }, (_, j) => matrix[j * d + j]!);
}
