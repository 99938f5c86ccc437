/**
 * Solves L y = b for a lower triangular L, by forward substitution.
 *
 * @param out  d numbers; receives y. May be `b` itself
 * @param lower  L, d x d row-major
 * @param b  d numbers
 */
export function solveLowerInto(out: Float64Array, lower: Float64Array, b: Float64Array): void {
  const d = b.length;
  for (let i = 0; i < d; i++) {
    let sum = b[i]!;
    for (let j = 0; j < i; j++) sum -= lower[i * d + j]! * out[j]!;
    out[i] = sum / lower[i * d + i]!;
  }
}

/**
 * y = L x for a lower triangular L.
 *
 * @param out  d numbers; receives y. May be `x` itself
 * @param lower  L, d x d row-major
 * @param x  d numbers
 */
export function multiplyLowerInto(out: Float64Array, lower: Float64Array, x: Float64Array): void {
  const d = x.length;
  for (let i = d - 1; i >= 0; i--) {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += lower[i * d + j]! * x[j]!;
    out[i] = sum;
  }
}

/**
 * The inverse of a lower triangular matrix.
 *
 * @param lower  L, d x d row-major
 * @returns L^-1, d x d row-major, lower triangular
 *
 * O(d^3 / 6).
 */
export function invertLower(lower: Float64Array, d: number): Float64Array {
  const inverse = new Float64Array(d * d);
  // Row by row, so that memory is read in order.
  for (let i = 0; i < d; i++) {
    const row = i * d;
    for (let k = 0; k < i; k++) {
      const entry = lower[row + k]!;
      for (let j = 0; j <= k; j++) inverse[row + j] = inverse[row + j]! - entry * inverse[k * d + j]!;
    }
    const pivot = lower[row + i]!;
    for (let j = 0; j < i; j++) inverse[row + j] = inverse[row + j]! / pivot;
    inverse[row + i] = 1 / pivot;
  }
  return inverse;
}

/**
 * The product of two lower triangular matrices, itself lower triangular.
 *
 * @returns A B, d x d row-major
 */
export function multiplyLowers(a: Float64Array, b: Float64Array, d: number): Float64Array {
  const product = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    const row = i * d;
    for (let k = 0; k <= i; k++) {
      const entry = a[row + k]!;
      for (let j = 0; j <= k; j++) product[row + j] = product[row + j]! + entry * b[k * d + j]!;
    }
  }
  return product;
}

/**
 * The symmetric matrix that a lower triangular factor stands for.
 *
 * @returns L L^T, d x d row-major, symmetric to the last bit
 */
export function multiplyByTranspose(lower: Float64Array, d: number): Float64Array {
  const product = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += lower[i * d + k]! * lower[j * d + k]!;
      product[i * d + j] = sum;
      product[j * d + i] = sum;
    }
  }
  return product;
}
