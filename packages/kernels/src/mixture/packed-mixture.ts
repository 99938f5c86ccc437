/**
 * A mixture laid out for the hot loops: K components in d dimensions, factors ready to be applied.
 * Rows and means are in the same coordinates, near zero.
 */
export interface PackedMixture {
  readonly components: number;
  readonly dimension: number;
  /** "diagonal": 1 / sigma_j. "triangular": the rows of L, packed, with 1 / L_ii in place of each L_ii. */
  readonly packing: 'diagonal' | 'triangular';
  /** True when one factor serves all components: rows are then whitened once. */
  readonly shared: boolean;
  /** ln w_k - d/2 ln 2 pi - ln |L_k|: K numbers; -Infinity where a weight is 0. */
  readonly constants: Float64Array;
  /** K x d. */
  readonly means: Float64Array;
  /** K x {@link factorLength}, or one of it when shared. */
  readonly factors: Float64Array;
}

/** How many numbers a packed factor has. @returns d for a diagonal, d (d + 1) / 2 for a triangle */
export function factorLength(packing: PackedMixture['packing'], dimension: number): number {
  return packing === 'diagonal' ? dimension : (dimension * (dimension + 1)) / 2;
}
