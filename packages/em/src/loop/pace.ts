import type { Mixture } from '@gaussmix/distributions';
import type { Moments } from '../moments.ts';
import type { Maximized } from './maximize.ts';

/** An E-step that was asked for and answered. */
export interface Pass {
  readonly mixture: Mixture;
  /** About the means of the mixture. */
  readonly moments: Moments;
  /** The objectives of this and all passes before. */
  readonly trace: readonly number[];
  /** Passes that may still follow. */
  readonly left: number;
}

/** What is to become of a pass. */
export interface Verdict {
  /** False when the mixture of this pass is taken back: the run goes on from an earlier one. */
  readonly accepted: boolean;
  readonly converged: boolean;
  /** The mixture to evaluate next; throws what an M-step throws. */
  readonly next: () => Maximized;
}

/** How a run goes from pass to pass, and when it has arrived. */
export type Pace = (pass: Pass) => Verdict;
