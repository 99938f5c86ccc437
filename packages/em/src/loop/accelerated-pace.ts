import { extrapolation } from './extrapolation.ts';
import { type Maximized, maximize } from './maximize.ts';
import type { Pace, Verdict } from './pace.ts';
import { PATIENCE, type PaceSettings } from './plain-pace.ts';

/** After so many passes on end whose gain drowns in rounding, whatever curvature is seen is rounding too. */
const QUIET_PATIENCE = 20;

/** Rounding of an objective, relative to its size and to n. */
const NOISE = 1e-14;

/** A step that is itself rounding: 1e-12 of the components' spread, squared. */
const STILL = 1e-24;

/** A pass that stands, and the plain step from it. */
interface Standing {
  readonly objective: number;
  readonly plain: Maximized;
  /** What the plain step gains at least. */
  readonly gain: number;
}

/**
 * EM that tries what an {@link extrapolation} of its moments foretells.
 *
 * A trial stands when its E-step shows no less likelihood than the pass before it. Otherwise it is taken back: the run
 * goes on with the plain step from there, which is known. The more trials fail on end, the more plain steps are taken
 * before the next. (With a ridge of the user's, EM itself may lose likelihood on the way to its limit; there a trial
 * stands when the step from it is shorter.)
 *
 * Once no more than the tolerance is left to gain, as far as the curvature tells, only plain steps follow: they restore
 * the digits, let a slow direction show, and what they gain has to agree, for as many passes on end as there is patience.
 */
export function acceleratedPace(settings: PaceSettings): Pace {
  const { patience = PATIENCE } = settings;
  const look = extrapolation(settings);
  const stands = standingRule(settings);
  const isNear = nearness(settings);
  const trials = backoff();
  let trial: Maximized | undefined;
  let before: Standing | undefined;
  let calm = 0;

  function takenBack({ plain }: Standing): Verdict {
    trials.failed();
    trial = undefined;
    calm = 0;
    return { accepted: false, converged: false, next: () => plain };
  }

  return (pass) => {
    const tried = before && pass.mixture === trial?.mixture ? before : undefined;
    let plain: Maximized;
    try {
      plain = maximize(pass.moments, pass.mixture, settings);
    } catch (error) {
      return tried ? takenBack(tried) : refusal(error);
    }
    const { gain, keep } = look({ mixture: pass.mixture, moments: pass.moments, plain });
    const standing = { objective: pass.trace.at(-1)!, plain, gain };
    if (tried && !stands(standing, tried)) return takenBack(tried);
    if (tried) trials.stood();
    const { leastCurvature, trial: further } = keep();
    calm =
      isNear(standing, { before, leastCurvature, steady: calm > 0 }) && calm < 2 * patience ? calm + 1 : 0;
    before = standing;
    // The last pass is plain, so that what is returned is what came last; a component that is held up is left in peace.
    const mayTry = calm === 0 && pass.left > 1 && plain.heldUp.length === 0;
    trial = mayTry && trials.isDue() ? further() : undefined;
    const next = trial ?? plain;
    return { accepted: true, converged: calm >= patience, next: () => next };
  };
}

/** An M-step that fails is a matter for the loop. */
function refusal(error: unknown): Verdict {
  return {
    accepted: true,
    converged: false,
    next() {
      throw error;
    },
  };
}

/** Whether a trial stands beside the pass before it. */
function standingRule({ ridge }: PaceSettings): (trial: Standing, before: Standing) => boolean {
  const ridged = ridge.height > 0 && ridge.metric.some((entry) => entry > 0);
  return (trial, before) =>
    trial.plain.heldUp.length === 0 &&
    (ridged ? trial.gain < before.gain : trial.objective >= before.objective);
}

/** When to try: always, but after the second failure on end only after one plain step more, then three, seven, ... */
function backoff() {
  let pause = 0;
  let wait = 0;
  return {
    stood(): void {
      pause = 0;
    },
    failed(): void {
      wait = pause;
      pause = 2 * pause + 1;
    },
    isDue(): boolean {
      wait -= 1;
      return wait < 0;
    },
  };
}

interface Outlook {
  readonly before: Standing | undefined;
  readonly leastCurvature: number;
  /** Whether the last step was plain, and near the limit. */
  readonly steady: boolean;
}

/** Tells whether no more than the tolerance is left to gain. */
function nearness({ rows, tolerance }: PaceSettings): (standing: Standing, outlook: Outlook) => boolean {
  let quiet = 0;
  return ({ objective, gain }, { before, leastCurvature, steady }) => {
    if (tolerance === 0) return false;
    const noise = NOISE * (Math.abs(objective) + rows);
    quiet = gain <= noise ? quiet + 1 : 0;
    if (gain <= STILL * rows || quiet > QUIET_PATIENCE) return true;
    const change = steady && before ? Math.abs(objective - before.objective) - noise : 0;
    return Math.max(gain, change) <= tolerance * leastCurvature;
  };
}
