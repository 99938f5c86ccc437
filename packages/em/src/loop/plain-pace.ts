import { type MStepSettings, maximize } from './maximize.ts';
import type { Pace } from './pace.ts';
import { remainingGain } from './remaining-gain.ts';

/** What a pace depends on. */
export interface PaceSettings extends MStepSettings {
  /** n. */
  readonly rows: number;
  /** Nats in all, not per row; with 0 a run never counts as converged. */
  readonly tolerance: number;
  /** For how many passes on end no more than the tolerance must be left to gain; 5 when absent. */
  readonly patience?: number;
}

/** The estimate of what is left must stay small for this many iterations, so that a slow direction has time to show. */
export const PATIENCE = 5;

/** Plain EM: from each pass to its M-step, until the trace has nothing left to gain. */
export function plainPace(settings: PaceSettings): Pace {
  const { patience = PATIENCE } = settings;
  let calm = 0;
  return ({ mixture, moments, trace }) => {
    calm = settings.tolerance > 0 && remainingGain(trace, settings.rows) <= settings.tolerance ? calm + 1 : 0;
    return { accepted: true, converged: calm >= patience, next: () => maximize(moments, mixture, settings) };
  };
}
