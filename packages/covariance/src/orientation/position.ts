import { log } from '@gaussmix/kernels';

/** Where a search for common axes stands. Its arrays are written to, and used again. */
export interface Position {
  /** d. */
  readonly dimension: number;
  /** D^T: row j is axis j. */
  readonly axes: Float64Array;
  /** T_k = D^T S_k D, d x d row-major, symmetric. */
  readonly scatters: readonly Float64Array[];
  /** h_k = ln |diag(T_k)|, in the units of the data. */
  readonly logDeterminants: Float64Array;
}

/** A plane turned by an angle: axis p becomes c p + s q, axis q becomes c q - s p. */
export interface PlaneTurn {
  readonly p: number;
  readonly q: number;
  readonly c: number;
  readonly s: number;
}

/**
 * Room for a position of K components in d dimensions. All of it is one piece of memory, for many small ones are slow to
 * clear away.
 */
export function createPosition(K: number, dimension: number): Position {
  const size = dimension * dimension;
  const memory = new Float64Array((K + 1) * size + K);
  return {
    dimension,
    axes: memory.subarray(0, size),
    scatters: Array.from({ length: K }, (_, k) => memory.subarray((k + 1) * size, (k + 2) * size)),
    logDeterminants: memory.subarray((K + 1) * size),
  };
}

/**
 * Goes to given axes.
 *
 * @param scatters  S_k / sizes_k
 * @param vectors  D, d x d row-major; column j is axis j
 */
export function placeAt(
  position: Position,
  vectors: Float64Array,
  { scatters, sizes }: { readonly scatters: readonly Float64Array[]; readonly sizes: Float64Array },
): void {
  const { dimension: d, axes } = position;
  for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) axes[j * d + i] = vectors[i * d + j]!;
  const half = new Float64Array(d);
  for (let k = 0; k < sizes.length; k++) {
    congruenceInto(position.scatters[k]!, axes, { scatter: scatters[k]!, half });
    position.logDeterminants[k] = d * log(sizes[k]!) + logDiagonal(position.scatters[k]!, d);
  }
}

/** ln |diag(T)|. */
export function logDiagonal(matrix: Float64Array, d: number): number {
  let sum = 0;
  for (let j = 0; j < d; j++) sum += log(matrix[j * d + j]!);
  return sum;
}

/** Turns one plane of the axes and of all scatters; h_k are left for the caller. O(K d). */
export function turnPlane({ dimension: d, scatters, axes }: Position, { p, q, c, s }: PlaneTurn): void {
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

/** T S T^T, symmetric to the last bit. @param half  room for d numbers */
export function congruenceInto(
  out: Float64Array,
  t: Float64Array,
  { scatter, half }: { readonly scatter: Float64Array; readonly half: Float64Array },
): void {
  const d = half.length;
  for (let i = 0; i < d; i++) {
    half.fill(0);
    for (let k = 0; k < d; k++) {
      const entry = t[i * d + k]!;
      for (let j = 0; j < d; j++) half[j] = half[j]! + entry * scatter[k * d + j]!;
    }
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += half[k]! * t[j * d + k]!;
      out[i * d + j] = out[j * d + i] = sum;
    }
  }
}
