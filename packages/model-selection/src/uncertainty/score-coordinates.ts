const ROOT_HALF = Math.sqrt(0.5);

/**
 * How many coordinates the parameters of one component have: one for its weight, d for its mean, and the lower
 * triangle of its covariance.
 *
 * @returns m = 1 + d + d (d + 1) / 2
 */
export function coordinatesPerComponent(d: number): number {
  return 1 + d + triangleLength(d);
}

/** The entries of a lower triangle. @returns d (d + 1) / 2 */
export function triangleLength(d: number): number {
  return (d * (d + 1)) / 2;
}

/**
 * The score of one row in one component, for complete data, by moves of the parameters that are measured in the
 * component's own spread:
 *
 *   g = (1,  y_j,  (y_i^2 - 1) / sqrt 2 and y_i y_j for i > j),   y = L^-1 (x - mu),  Sigma = L L^T
 *   N dw / w,   mu + L a,   Sigma = L (I + X) L^T
 *
 * Under the component's normal these have mean 0 but for the first, and covariance I: the information of a complete
 * row is I.
 *
 * @param out  m numbers, the triangle row by row
 * @param y  d numbers, whitened
 */
export function scoresInto(out: Float64Array, y: Float64Array): void {
  const d = y.length;
  out[0] = 1;
  for (let j = 0; j < d; j++) out[1 + j] = y[j]!;
  let at = 1 + d;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) out[at++] = y[i]! * y[j]!;
    out[at++] = (y[i]! * y[i]! - 1) * ROOT_HALF;
  }
}

/**
 * The move X of a covariance Sigma = L (I + X) L^T that coordinates stand for.
 *
 *   X_ii = sqrt(2 / N) c_ii,   X_ij = sqrt(1 / N) c_ij;   |c|^2 = N/2 tr(X^2)
 *
 * @param triangle  d (d + 1) / 2 coordinates, row by row
 * @param count  N
 * @returns X, d x d row-major
 */
export function moveOf(triangle: Float64Array, count: number, d: number): Float64Array {
  const move = new Float64Array(d * d);
  const unit = 1 / Math.sqrt(count);
  let at = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = triangle[at++]! * (i === j ? unit / ROOT_HALF : unit);
      move[i * d + j] = entry;
      move[j * d + i] = entry;
    }
  }
  return move;
}

/** The coordinates of a move X. @returns d (d + 1) / 2 numbers; undoes {@link moveOf} */
export function triangleOf(move: Float64Array, count: number, d: number): Float64Array {
  const triangle = new Float64Array(triangleLength(d));
  const unit = Math.sqrt(count);
  let at = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) triangle[at++] = move[i * d + j]! * (i === j ? unit * ROOT_HALF : unit);
  }
  return triangle;
}
