import type { MomentShape } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import type { Matrix } from '@gaussmix/linalg';
import type { Moments } from './moments.ts';

/** How rows are assigned to components: by posterior, or each to its most likely one (classification EM). */
export type Assignment = 'soft' | 'hard';

/** What an E-step is asked for. */
export interface EStepRequest {
  /** The current mixture, in the coordinates of the engine's rows. */
  readonly mixture: Mixture;
  /** The second moments that the structure reads. */
  readonly want: MomentShape;
  readonly assignment: Assignment;
}

/** Whatever can answer "given this mixture, what are the moments?": rows in memory, a pool, a stream, a cluster. */
export interface Engine {
  readonly rows: number;
  readonly columns: number;
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
