import type { SymmetricEigen } from './symmetric-eigen.ts';

const EPSILON = 2.220446049250313e-16;

/** Sweeps converge quadratically, so that some 5 to 10 are enough; this only keeps NaN from going round for ever. */
const MOST_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a positive semidefinite matrix by Jacobi's plane rotations.
 *
 * Small eigenvalues keep their digits where the matrix is one of unlike units (D C D, C well conditioned), in which a
 * reduction to tridiagonal form loses them; and up to some ten dimensions it is several times as fast.
 *
 * @param a  d x d row-major, symmetric, finite, its entries not beyond 1e300
 * @returns values in descending order with their vectors; of each vector the largest entry is positive
 *
 * O(d^3) a sweep. Demmel & Veselic (1992), "Jacobi's method is more accurate than QR".
 */
export function jacobiEigen(a: Float64Array, d: number): SymmetricEigen {
  const matrix = a.slice();
  const axes = new Float64Array(d * d); // row j is the vector of value j
  for (let j = 0; j < d; j++) axes[j * d + j] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS && sweepOver(matrix, axes, d); sweep++);
  return sorted(matrix, axes, d);
}

/** One rotation for each pair of axes that is not orthogonal to rounding. @returns whether there was one */
function sweepOver(matrix: Float64Array, axes: Float64Array, d: number): boolean {
  let rotated = false;
  for (let p = 0; p < d; p++) {
    for (let q = p + 1; q < d; q++) {
      const between = Math.abs(matrix[p * d + q]!);
      const sizes = Math.sqrt(Math.abs(matrix[p * d + p]!)) * Math.sqrt(Math.abs(matrix[q * d + q]!));
      if (!(between > 4 * EPSILON * sizes)) continue;
      annihilate(matrix, axes, { p, q, d });
      rotated = true;
    }
  }
  return rotated;
}

/** Golub & Van Loan (2013), section 8.5.2: the smaller of the two angles that make entry (p, q) zero. */
function annihilate(
  matrix: Float64Array,
  axes: Float64Array,
  { p, q, d }: { readonly p: number; readonly q: number; readonly d: number },
): void {
  const between = matrix[p * d + q]!;
  const half = (matrix[q * d + q]! - matrix[p * d + p]!) / 2;
  const larger = Math.max(Math.abs(half), Math.abs(between));
  const x = half / larger;
  const y = between / larger;
  const t = (half >= 0 ? y : -y) / (Math.abs(x) + Math.sqrt(x * x + y * y));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  matrix[p * d + p] = matrix[p * d + p]! - t * between;
  matrix[q * d + q] = matrix[q * d + q]! + t * between;
  matrix[p * d + q] = 0;
  // Of the matrix only the upper triangle is kept.
  for (let r = 0; r < d; r++) {
    const u = axes[p * d + r]!;
    const v = axes[q * d + r]!;
    axes[p * d + r] = c * u - s * v;
    axes[q * d + r] = s * u + c * v;
    if (r === p || r === q) continue;
    const atP = r < p ? r * d + p : p * d + r;
    const atQ = r < q ? r * d + q : q * d + r;
    const e = matrix[atP]!;
    const f = matrix[atQ]!;
    matrix[atP] = c * e - s * f;
    matrix[atQ] = s * e + c * f;
  }
}

function sorted(matrix: Float64Array, axes: Float64Array, d: number): SymmetricEigen {
  const values = new Float64Array(d);
  const vectors = new Float64Array(d * d);
  for (let j = 0; j < d; j++) {
    const value = matrix[j * d + j]!;
    let to = 0;
    for (let other = 0; other < d; other++) {
      const rival = matrix[other * d + other]!;
      if (rival > value || (rival === value && other < j)) to++;
    }
    values[to] = value;
    let largest = 0;
    for (let i = 0; i < d; i++) {
      const entry = axes[j * d + i]!;
      if (Math.abs(entry) > Math.abs(largest)) largest = entry;
    }
    for (let i = 0; i < d; i++) vectors[i * d + to] = largest < 0 ? -axes[j * d + i]! : axes[j * d + i]!;
  }
  return { values, vectors };
}
