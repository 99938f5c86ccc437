/**
 * The product of two square matrices.
 *
 * @param out  d x d row-major; receives A B. Neither of the two
 * @param a  A, d x d row-major
 * @param b  B, d x d row-major
 *
 * Four rows of B at a time, so that each entry of the result is loaded and stored a quarter as often.
 */
export function multiplyInto(out: Float64Array, a: Float64Array, b: Float64Array): void {
  const d = Math.sqrt(out.length);
  const fours = d - (d % 4);
  out.fill(0);
  for (let row = 0; row < out.length; row += d) {
    for (let k = 0; k < fours; k += 4) {
      const first = a[row + k]!;
      const second = a[row + k + 1]!;
      const third = a[row + k + 2]!;
      const fourth = a[row + k + 3]!;
      const at = k * d;
      for (let j = 0; j < d; j++) {
        out[row + j] =
          out[row + j]! +
          (first * b[at + j]! + second * b[at + d + j]!) +
          (third * b[at + 2 * d + j]! + fourth * b[at + 3 * d + j]!);
      }
    }
    for (let k = fours; k < d; k++) {
      const entry = a[row + k]!;
      for (let j = 0; j < d; j++) out[row + j] = out[row + j]! + entry * b[k * d + j]!;
    }
  }
}
