/**
 * The lower factor of a covariance that is known by its axes.
 *
 *   L L^T = V diag(s)^2 V^T,   V diag(s) = L Q
 *
 * By rotations of columns, never by the squares s^2, so that short axes keep their digits beside long ones.
 *
 * @param axes  V, d x d row-major; column j is axis j
 * @param deviations  s, d positive numbers
 * @returns L, d x d row-major, with a positive diagonal
 *
 * O(d^3). Golub & Van Loan (2013), section 5.2.
 */
export function factorOfAxes(axes: Float64Array, deviations: Float64Array): Float64Array {
  const d = deviations.length;
  const factor = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) factor[i * d + j] = axes[i * d + j]! * deviations[j]!;
  }
  for (let i = 0; i < d; i++) reflect(factor, i, d);
  return factor;
}

/** The reflection of columns i.. that makes row i end at its diagonal, there positive. */
function reflect(factor: Float64Array, i: number, d: number): void {
  const row = i * d;
  let size = 0;
  for (let j = i; j < d; j++) size = Math.max(size, Math.abs(factor[row + j]!));
  let squares = 0;
  for (let j = i; j < d; j++) {
    const share = factor[row + j]! / size;
    squares += share * share;
  }
  const length = size * Math.sqrt(squares);
  const first = factor[row + i]!;
  // x - 2 v v^T x / v^T v with v = the row with +-length added to its first entry, so that nothing cancels.
  const sign = first > 0 ? 1 : -1;
  const pivot = first + sign * length;
  for (let r = i + 1; r < d; r++) {
    let dot = pivot * (factor[r * d + i]! / length);
    for (let j = i + 1; j < d; j++) dot += (factor[row + j]! / length) * factor[r * d + j]!;
    // The reflection makes the diagonal -sign * length; so the whole column changes sign where that is below zero.
    factor[r * d + i] = dot - sign * factor[r * d + i]!;
    for (let j = i + 1; j < d; j++) {
      factor[r * d + j] = factor[r * d + j]! - sign * dot * (factor[row + j]! / pivot);
    }
  }
  factor[row + i] = length;
  for (let j = i + 1; j < d; j++) factor[row + j] = 0;
}
