/**
 * Mahalanobis distance |L^-1 difference| under the covariance L L^T.
 *
 * @param factor  L, d x d row-major, lower
 */
export function distanceOf(difference: Float64Array, factor: Float64Array): number {
  const d = difference.length;
  const solved = new Float64Array(d);
  let sum = 0;
  for (let i = 0; i < d; i++) {
    let rest = difference[i]!;
    for (let j = 0; j < i; j++) rest -= factor[i * d + j]! * solved[j]!;
    solved[i] = rest / factor[i * d + i]!;
    sum += solved[i]! * solved[i]!;
  }
  return Math.sqrt(sum);
}

/**
 * For each component the distance to the nearest other one, a pair being as far apart as the wider of its two
 * covariances says.
 *
 * @returns K distances, which are proportional to the means
 */
export function nearestDistances(
  means: readonly Float64Array[],
  factors: readonly Float64Array[],
): Float64Array {
  return Float64Array.from(means, (mean, k) => {
    const distances = means.map((other, j) => {
      if (j === k) return Infinity;
      const difference = mean.map((value, i) => value - other[i]!);
      return Math.min(distanceOf(difference, factors[k]!), distanceOf(difference, factors[j]!));
    });
    return Math.min(...distances);
  });
}
