import type { Matrix } from './matrix.ts';

/**
 * The mean of each column. Terms are divided before they are added, so that no sum overflows; a second pass
 * adds the mean of what the first left over, so that the digits hold far from zero.
 *
 * @param x  n x d
 * @returns d means
 */
export function columnMeans(x: Matrix): Float64Array {
  const { data, rows, columns: d } = x;
  const means = new Float64Array(d);
  for (let pass = 0; pass < 2; pass++) {
    const sums = new Float64Array(d);
    for (let at = 0; at < data.length; at += d) {
      for (let j = 0; j < d; j++) sums[j] = sums[j]! + (data[at + j]! - means[j]!) / rows;
    }
    for (let j = 0; j < d; j++) means[j] = means[j]! + sums[j]!;
  }
  return means;
}

/**
 * The covariance matrix of the rows about their means, with divisor n (maximum likelihood).
 *
 * @param x  n x d
 * @param means  d column means; computed when absent
 * @returns d x d row-major
 */
export function covarianceOf(x: Matrix, means: Float64Array = columnMeans(x)): Float64Array {
  const { data, rows, columns: d } = x;
  const sums = new Float64Array(d * d);
  // Four rows at a time: each sum is read and written once for all of them, and added to in the order of the rows.
  const four = new Float64Array(4 * d);
  for (let i = 0; i < rows; i += 4) {
    four.fill(0);
    for (let at = 0; at < Math.min(4, rows - i) * d; at++) four[at] = data[i * d + at]! - means[at % d]!;
    for (let j = 0; j < d; j++) {
      const p = four[j]!;
      const q = four[d + j]!;
      const r = four[2 * d + j]!;
      const s = four[3 * d + j]!;
      for (let k = 0; k <= j; k++) {
        const sum = sums[j * d + k]! + p * four[k]! + q * four[d + k]!;
        sums[j * d + k] = sum + r * four[2 * d + k]! + s * four[3 * d + k]!;
      }
    }
  }
  for (let j = 0; j < d; j++) {
    for (let k = 0; k <= j; k++) {
      const value = sums[j * d + k]! / rows;
      sums[j * d + k] = value;
      sums[k * d + j] = value;
    }
  }
  return sums;
}
