/** Which scatter is summed: K full matrices, one for all components together, or K diagonals. */
export type ScatterShape = 'full' | 'pooled' | 'diagonal';

/**
 * Where things stand in the flat vector that an E-step sums: five totals, K counts, K x d deviations and the
 * scatters (lower triangles, packed by rows, or diagonals, or a diagonal and then S_k V_k, d x q row-major). Flat, because
 * moments are only ever added.
 */
export interface MomentLayout {
  readonly components: number;
  readonly dimension: number;
  /** "sketch": of each component the diagonal, and the products S_k V_k with a few directions. */
  readonly scatter: ScatterShape | 'sketch';
  /** q, the number of directions of a sketch; else 0. */
  readonly directions: number;
  /** Offset of the K counts N_k. */
  readonly counts: number;
  /** Offset of the K x d sums of r (x - mu_k). */
  readonly deviations: number;
  /** Offset of the scatters about mu_k. */
  readonly scatters: number;
  /** Numbers of one component's scatter. */
  readonly scatterLength: number;
  /** Numbers in all. */
  readonly length: number;
}

/** Offset of the total log-likelihood. */
export const LOG_LIKELIHOOD = 0;
/** Offset of sum_ik tau_ik ln tau_ik. */
export const ASSIGNMENT_ENTROPY = 1;
/** Offset of sum_i ln max_k tau_ik. */
export const LOG_MAX_POSTERIOR = 2;
/** Offset of the number of blocks in which a component was left out for a row, because it did not matter. */
export const BLOCKS_WITH_OMISSIONS = 3;
/**
 * Offset of what the objective of the assignment has beyond the log-likelihood, which an M-step raises together: 0 for "soft",
 * sum_i ln max_k tau_ik for "hard", sum_i T ln sum_k (w_k N_k(x_i))^(1/T) - ln p(x_i) for a temperature T.
 */
export const OBJECTIVE_GAP = 4;

/**
 * The layout of the moments of K components in d dimensions.
 *
 * @param shape  which scatter is summed; q for sketches in q directions
 * @returns offsets into one flat vector
 */
export function momentLayout(
  components: number,
  dimension: number,
  shape: ScatterShape | number,
): MomentLayout {
  const [scatter, directions] = typeof shape === 'number' ? (['sketch', shape] as const) : [shape, 0];
  const triangle = scatter === 'full' || scatter === 'pooled';
  const scatterLength = dimension * (triangle ? (dimension + 1) / 2 : 1 + directions);
  const counts = 5;
  const deviations = counts + components;
  const scatters = deviations + components * dimension;
  const length = scatters + scatterLength * (scatter === 'pooled' ? 1 : components);
  return {
    components,
    dimension,
    scatter,
    directions,
    counts,
    deviations,
    scatters,
    scatterLength,
    length,
  };
}
