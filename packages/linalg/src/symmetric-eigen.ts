import { GaussmixError } from '@gaussmix/kernels';
import { EigenvalueDecomposition, Matrix as MlMatrix } from 'ml-matrix';

/** A = V diag(values) V^T. */
export interface SymmetricEigen {
  /** d eigenvalues, largest first. */
  readonly values: Float64Array;
  /** d x d row-major; column j is the unit eigenvector of value j, its entry of largest size positive. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by ml-matrix (tridiagonal reduction and implicit QL,
 * which use no engine-defined functions).
 *
 * @param a  d x d row-major, symmetric
 * @returns values in descending order with their vectors; signs are fixed, so that bits repeat
 * @throws GaussmixError "not-finite"
 */
export function symmetricEigen(a: Float64Array, d: number): SymmetricEigen {
  const scale = powerOfTwoNear(largestEntry(a));
  const decomposition = new EigenvalueDecomposition(
    MlMatrix.from1DArray(
      d,
      d,
      Array.from(a, (entry) => entry / scale),
    ),
    { assumeSymmetric: true },
  );
  const ascending = decomposition.realEigenvalues;
  const columns = decomposition.eigenvectorMatrix;
  const order = Array.from({ length: d }, (_, j) => j).sort((p, q) => ascending[q]! - ascending[p]! || p - q);
  const values = new Float64Array(d);
  const vectors = new Float64Array(d * d);
  order.forEach((from, to) => {
    values[to] = ascending[from]! * scale;
    const sign = signOfLargest(columns.getColumn(from));
    for (let i = 0; i < d; i++) vectors[i * d + to] = sign * columns.get(i, from);
  });
  return { values, vectors };
}

function largestEntry(a: Float64Array): number {
  let largest = 0;
  for (const entry of a) {
    if (entry - entry !== 0) {
      throw new GaussmixError(
        'not-finite',
        `symmetricEigen: the matrix must hold finite numbers, got ${entry}. Try data in larger or smaller units.`,
      );
    }
    largest = Math.max(largest, Math.abs(entry));
  }
  return largest;
}

/** Entries are brought near 1 without rounding, for ml-matrix squares them: it fails outright from 1e154 on. */
function powerOfTwoNear(size: number): number {
  let scale = 1;
  while (size / scale >= 2) scale *= 2;
  while (size > 0 && size / scale < 1) scale /= 2;
  return scale;
}

function signOfLargest(vector: readonly number[]): number {
  let largest = 0;
  for (const entry of vector) if (Math.abs(entry) > Math.abs(largest)) largest = entry;
  return largest < 0 ? -1 : 1;
}
