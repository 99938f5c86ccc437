/** Scatters seen along axes that turn: T_k = D^T S_k D. Its arrays are written to. */
export interface TurnedScatters {
  /** d. */
  readonly dimension: number;
  /** T_k, d x d row-major, symmetric. */
  readonly scatters: readonly Float64Array[];
  /** D^T: row j is axis j. */
  readonly axes: Float64Array;
}

/** A plane turned by an angle: axis p becomes c p + s q, axis q becomes c q - s p. */
export interface PlaneTurn {
  readonly p: number;
  readonly q: number;
  readonly c: number;
  readonly s: number;
}

/**
 * @param scatters  S_k, d x d row-major
 * @param vectors  D, d x d row-major; column j is axis j
 * @returns T_k = D^T S_k D, in memory of its own
 */
export function turnedScatters(
  scatters: readonly Float64Array[],
  vectors: Float64Array,
  dimension: number,
): TurnedScatters {
  const axes = transposed(vectors, dimension);
  return { dimension, axes, scatters: scatters.map((scatter) => congruence(axes, scatter, dimension)) };
}

/** A copy to come back to. */
export function copyOf({ dimension, scatters, axes }: TurnedScatters): TurnedScatters {
  return { dimension, scatters: scatters.map((scatter) => scatter.slice()), axes: axes.slice() };
}

/** Turns one plane, of the axes and of all scatters, in place. O(K d). */
export function turnPlane({ dimension: d, scatters, axes }: TurnedScatters, { p, q, c, s }: PlaneTurn): void {
  for (let r = 0; r < d; r++) {
    const u = axes[p * d + r]!;
    const v = axes[q * d + r]!;
    axes[p * d + r] = c * u + s * v;
    axes[q * d + r] = c * v - s * u;
  }
  for (const scatter of scatters) {
    const pp = scatter[p * d + p]!;
    const qq = scatter[q * d + q]!;
    const pq = scatter[p * d + q]!;
    for (let r = 0; r < d; r++) {
      const u = scatter[p * d + r]!;
      const v = scatter[q * d + r]!;
      scatter[p * d + r] = scatter[r * d + p] = c * u + s * v;
      scatter[q * d + r] = scatter[r * d + q] = c * v - s * u;
    }
    scatter[p * d + p] = c * c * pp + 2 * c * s * pq + s * s * qq;
    scatter[q * d + q] = c * c * qq - 2 * c * s * pq + s * s * pp;
    scatter[p * d + q] = scatter[q * d + p] = c * s * (qq - pp) + (c * c - s * s) * pq;
  }
}

/** @returns the transpose of a square matrix, d x d row-major */
export function transposed(matrix: Float64Array, d: number): Float64Array {
  const result = new Float64Array(d * d);
  for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) result[j * d + i] = matrix[i * d + j]!;
  return result;
}

/** T S T^T, symmetric to the last bit. */
function congruence(t: Float64Array, s: Float64Array, d: number): Float64Array {
  const result = new Float64Array(d * d);
  const half = new Float64Array(d);
  for (let i = 0; i < d; i++) {
    half.fill(0);
    for (let k = 0; k < d; k++) {
      const entry = t[i * d + k]!;
      for (let j = 0; j < d; j++) half[j] = half[j]! + entry * s[k * d + j]!;
    }
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += half[k]! * t[j * d + k]!;
      result[i * d + j] = result[j * d + i] = sum;
    }
  }
  return result;
}
