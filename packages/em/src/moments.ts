import type { ComponentMoments } from '@gaussmix/covariance';
import {
  ASSIGNMENT_ENTROPY,
  LOG_LIKELIHOOD,
  LOG_MAX_POSTERIOR,
  type MomentLayout,
  OBJECTIVE_GAP,
} from '@gaussmix/kernels';

/** What an M-step reads of rows and their responsibilities: sums about some means. */
export interface Sums {
  readonly dimension: number;
  /** N_k: K sums of responsibilities. */
  readonly counts: Float64Array;
  /** sum_i r_ik (x_i - mu_k), K of d, mu_k the mean that the E-step was given. */
  readonly deviations: readonly Float64Array[];
  /** sum_i r_ik (x_i - mu_k)(x_i - mu_k)^T in the shape that was asked for. */
  readonly scatters: ComponentMoments['scatters'];
  /** Where a sketch looked. */
  readonly directions?: ComponentMoments['directions'];
}

/** What an E-step answers: small, and additive over rows. */
export interface Moments extends Sums {
  /** sum_i ln p(x_i) under the given mixture. */
  readonly logLikelihood: number;
  /** sum_ik tau_ik ln tau_ik. */
  readonly assignmentEntropy: number;
  /** sum_i ln max_k tau_ik. */
  readonly logMaxPosterior: number;
  /** What the objective of the assignment has beyond the log-likelihood; 0 for "soft". */
  readonly objectiveGap: number;
}

/**
 * Moments from the flat vector that the hot loops sum.
 *
 * @returns matrices in place of packed triangles
 */
export function momentsFromSums(sums: Float64Array, layout: MomentLayout): Moments {
  const { components, dimension: d, scatter, scatterLength } = layout;
  const number = scatter === 'pooled' ? 1 : components;
  return {
    dimension: d,
    counts: sums.slice(layout.counts, layout.counts + components),
    deviations: slices(sums, layout.deviations, { number: components, length: d }),
    scatters: slices(sums, layout.scatters, { number, length: scatterLength }).map((packed) =>
      scatter === 'full' || scatter === 'pooled' ? symmetricFromPacked(packed, d) : packed,
    ),
    logLikelihood: sums[LOG_LIKELIHOOD]!,
    assignmentEntropy: sums[ASSIGNMENT_ENTROPY]!,
    logMaxPosterior: sums[LOG_MAX_POSTERIOR]!,
    objectiveGap: sums[OBJECTIVE_GAP]!,
  };
}

function slices(sums: Float64Array, at: number, { number, length }: { number: number; length: number }) {
  return Array.from({ length: number }, (_, k) => sums.slice(at + k * length, at + (k + 1) * length));
}

function symmetricFromPacked(packed: Float64Array, d: number): Float64Array {
  const matrix = new Float64Array(d * d);
  let entry = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      matrix[i * d + j] = packed[entry]!;
      matrix[j * d + i] = packed[entry]!;
      entry++;
    }
  }
  return matrix;
}
