import type { MomentShape } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import type { RowAssignment } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import type { FitWarning } from './fit.ts';
import type { Moments } from './moments.ts';

/**
 * How rows are assigned to components: "soft", by posterior; "hard", each to its most likely one (classification EM); or by a
 * temperature T, from 0 to 1e6, in proportion to (w_k N_k)^(1/T): 0 is "hard", 1 is "soft", and more is softer.
 *
 * With shares tau_ik of that kind the M-step raises
 *
 *   F_T = T sum_i ln sum_k (w_k N_k(x_i))^(1/T)
 *
 * For with l_ik = ln w_k N_k(x_i), and l'_ik after the M-step, the concave logarithm gives
 *
 *   F_T' - F_T = T sum_i ln sum_k tau_ik e^((l'_ik - l_ik) / T) >= sum_ik tau_ik (l'_ik - l_ik) >= 0
 *
 * and the M-step makes sum_ik tau_ik l_ik as large as can be, whatever tau. F_1 is the log-likelihood, F_0 the classification
 * log-likelihood. Ueda & Nakano (1998), Neural Networks 11, 271-282; Hofmann & Buhmann (1997), IEEE Transactions on Pattern
 * Analysis and Machine Intelligence 19, 1-14.
 */
export type Assignment = RowAssignment;

/** What an E-step is asked for. */
export interface EStepRequest {
  /** The current mixture, in the coordinates of the engine's rows. */
  readonly mixture: Mixture;
  /** The second moments that the structure reads. */
  readonly want: MomentShape;
  /** Where a "sketch" looks: K matrices V_k, d x q row-major, of which S_k V_k is wanted beside the diagonal of S_k. */
  readonly directions?: readonly Float64Array[] | undefined;
  readonly assignment: Assignment;
  /**
   * Ends the work: an engine that answers with a promise should reject it with the signal's reason, and leave off within
   * a block of rows.
   */
  readonly signal?: AbortSignal;
}

/** Whatever can answer "given this mixture, what are the moments?": rows in memory, a pool, a stream, a cluster. */
export interface Engine {
  readonly rows: number;
  readonly columns: number;
  /** What the reader of a fit should know of how it was computed; none when absent. */
  readonly warnings?: readonly FitWarning[];
  /** The moments of all rows about the current means. */
  moments(request: EStepRequest): Moments | Promise<Moments>;
  /** Frees what the engine holds. */
  close(): void | Promise<void>;
}

/** An engine that answers at once. */
export interface SynchronousEngine extends Engine {
  moments(request: EStepRequest): Moments;
  close(): void;
}

/**
 * Makes an engine for rows that are already in the fit's coordinates.
 *
 * @param rows  n x d; the engine must not change them
 */
export type EngineFactory = (rows: Matrix) => Engine | Promise<Engine>;

/** Where engines come from, fit after fit, such as a pool of workers. */
export interface EngineSource {
  /**
   * Room for the rows of a fit, where engines of this source need no copy of them, such as shared memory.
   *
   * @returns so many zeros
   */
  allocate?(numbers: number): Float64Array;
  /**
   * Makes an engine for rows that are already in the fit's coordinates.
   *
   * @param rows  n x d, in what {@link allocate} gave if there is one; the engine must not change them
   */
  engineFor(rows: Matrix): Engine | Promise<Engine>;
}
