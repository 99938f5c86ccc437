const EPSILON = 2.220446049250313e-16;

/**
 * The lower Cholesky factor of a symmetric matrix: a = L L^T.
 *
 * @param out  d x d row-major; receives L with zeros above the diagonal. May be `a` itself
 * @param a  d x d row-major; only the lower triangle is read
 * @returns -1 when a is positive definite, else the index of the first pivot that is not positive beyond
 *   rounding (4 d epsilon times its diagonal entry); `out` is then incomplete
 *
 * O(d^3 / 3). Golub & Van Loan (2013), algorithm 4.2.1.
 */
export function choleskyInto(out: Float64Array, a: Float64Array, d: number): number {
  const rounding = 4 * d * EPSILON;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = a[i * d + j]!;
      let sum = entry;
      for (let k = 0; k < j; k++) sum -= out[i * d + k]! * out[j * d + k]!;
      if (j < i) {
        out[i * d + j] = sum / out[j * d + j]!;
      } else {
        if (!(sum > rounding * entry && sum < Infinity)) return i;
        out[i * d + i] = Math.sqrt(sum);
      }
    }
    for (let j = i + 1; j < d; j++) out[i * d + j] = 0;
  }
  return -1;
}
