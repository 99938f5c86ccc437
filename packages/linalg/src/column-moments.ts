import type { Matrix } from './matrix.ts';

/**
 * The mean of each column. Terms are divided before they are added, so that no sum overflows; a second pass
 * adds the mean of what the first left over, so that the digits hold far from zero.
 *
 * @param x  n x d
 * @returns d means
 */
export function columnMeans(x: Matrix): Float64Array {
  const { data, rows, columns } = x;
  const means = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let mean = 0;
    for (let pass = 0; pass < 2; pass++) {
      let sum = 0;
      for (let i = j; i < data.length; i += columns) sum += (data[i]! - mean) / rows;
      mean += sum;
    }
    means[j] = mean;
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
  const deviation = new Float64Array(d);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < d; j++) deviation[j] = data[i * d + j]! - means[j]!;
    for (let j = 0; j < d; j++) {
      for (let k = 0; k <= j; k++) sums[j * d + k] = sums[j * d + k]! + deviation[j]! * deviation[k]!;
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
