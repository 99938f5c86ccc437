import { log } from '../elementary/log.ts';

/**
 * A mixture laid out for the hot loops: K components in d dimensions, factors ready to be applied.
 * Rows and means are in the same coordinates, near zero.
 */
export interface PackedMixture {
  readonly components: number;
  readonly dimension: number;
  /**
   * "diagonal": 1 / sigma_j. "triangular": the rows of L, packed, with 1 / L_ii in place of each L_ii. "low-rank": W, Q and M of
   * L^-1 = (I + Q M Q^T) W, W diagonal, Q d x q with orthonormal columns (or columns of zeros), M lower triangular, q x q;
   * and the d variances Sigma_jj, which these do not show.
   */
  readonly packing: 'diagonal' | 'triangular' | 'low-rank';
  /** q; 0 when absent, as in all other packings. */
  readonly rank?: number;
  /** True when one factor serves all components: rows are then whitened once. */
  readonly shared: boolean;
  /** ln w_k - d/2 ln 2 pi - ln |L_k|: K numbers; -Infinity where a weight is 0. */
  readonly constants: Float64Array;
  /** w_k: K numbers. */
  readonly weights: Float64Array;
  /** K x d. */
  readonly means: Float64Array;
  /** K x {@link factorLength}, or one of it when shared. */
  readonly factors: Float64Array;
}

/** How many numbers a packed factor has. @returns d for a diagonal, d (d + 1) / 2 for a triangle, 2 d + d q + q^2 for low rank */
export function factorLength(packing: PackedMixture['packing'], dimension: number, rank = 0): number {
  if (packing === 'low-rank') return 2 * dimension + (dimension + rank) * rank;
  return packing === 'diagonal' ? dimension : (dimension * (dimension + 1)) / 2;
}

/**
 * How much smaller than the mixture expects a moment may come out before what was left out of it matters. Components with
 * one variance for all columns may well be much narrower in some of them.
 */
export function slackOf({ packing, dimension: d, factors }: PackedMixture): number {
  const spherical =
    packing === 'diagonal' && d > 1 && factors.every((factor, i) => i % d === 0 || factor === factors[i - 1]);
  return spherical ? 1024 : 8;
}

/**
 * Where components stop to matter for a row: kappa_k, to be compared with the largest joint log-density m of the row.
 *
 *   kappa_k - 31/64 s < m   implies   e^(l_k - m) max(1, s) < epsilon w_k,   s = |L_k^-1 (x - mu_k)|^2
 *
 * for max(1, s) <= 64/e e^(s/64) and l_k = constant_k - s/2. What n such rows would add to N_k is below
 * epsilon n w_k, to a scatter entry below epsilon n w_k sqrt(Sigma_ii Sigma_jj); epsilon is 2^-50 over
 * {@link slackOf}. The left side falls as s grows, in rounded arithmetic too, so a part of the sum s is enough to decide.
 *
 * @returns K numbers; -Infinity where a weight is 0
 */
export function cutoffsOf(packed: PackedMixture): Float64Array {
  // 50 ln 2 + ln(64 / e) + ln(slack), rounded up.
  const nats = 37.817 + log(slackOf(packed));
  return packed.constants.map((constant, k) =>
    constant === -Infinity ? -Infinity : constant - log(packed.weights[k]!) + nats,
  );
}

/** What a square counts for in {@link cutoffsOf}: 1/2 - 1/64. */
export const CUTOFF_SLOPE = 0.484375;
