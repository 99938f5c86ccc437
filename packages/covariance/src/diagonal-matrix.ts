/** The matrix with these numbers on its diagonal. @returns d x d row-major */
export function diagonalMatrix(entries: Float64Array): Float64Array {
  const d = entries.length;
  const matrix = new Float64Array(d * d);
  for (let j = 0; j < d; j++) matrix[j * d + j] = entries[j]!;
  return matrix;
}
