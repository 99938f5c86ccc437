import type { Mixture } from '@gaussmix/distributions';
import type { Moments } from '../moments.ts';
import { combinedMoments } from './combined-moments.ts';
import { type Maximized, maximize } from './maximize.ts';
import { naturalCoordinates } from './natural-coordinates.ts';
import type { PaceSettings } from './plain-pace.ts';
import { addInto, dot, minus, type Secant, secantModel } from './secant-model.ts';

/** An E-step, and the plain M-step after it. */
export interface Evaluation {
  readonly mixture: Mixture;
  /** About the means of the mixture. */
  readonly moments: Moments;
  readonly plain: Maximized;
}

/** What an evaluation shows by itself. */
export interface Outlook {
  /** What the plain step gains at least, to second order: nats. */
  readonly gain: number;
  /** Counts the evaluation among those that are looked back on. */
  keep(): Forecast;
}

/** What the last evaluations foretell. */
export interface Forecast {
  /** 1 - rho for the direction that EM shrinks least, by rho a pass; at most 0 near a saddle, or when nothing is known. */
  readonly leastCurvature: number;
  /** A mixture further on; undefined when the extrapolated moments are those of no mixture. */
  trial(): Maximized | undefined;
}

interface Located extends Evaluation, Secant {}

/** Evaluations that are looked back on. */
const MEMORY = 5;

/** How far beyond the plain step a component may go, in units of its own spread: where a quadratic tells the truth. */
const TRUST = 0.125;

/**
 * Looks ahead from the last evaluations of EM's map. Their moments are combined as {@link secantModel} says; the M-step of
 * the combination, by whatever structure, is the mixture to try.
 *
 * @returns a function that looks at each evaluation in turn
 */
export function extrapolation(settings: PaceSettings): (evaluation: Evaluation) => Outlook {
  const { rows } = settings;
  let reference: Mixture | undefined;
  let home: Float64Array;
  let coordinatesOf: (mixture: Mixture) => Float64Array;
  let located: readonly Located[] = [];

  function locate(evaluation: Evaluation): Located {
    const from = coordinatesOf(evaluation.mixture);
    return { ...evaluation, from, step: minus(coordinatesOf(evaluation.plain.mixture), from) };
  }

  /** The metric follows the run, but only once it has moved: within reach it changes little. */
  function locateNearby(evaluation: Evaluation): Located {
    const last = reference && locate(evaluation);
    if (last && furthest(minus(last.from, home), reference!.weights, rows) <= TRUST) return last;
    reference = evaluation.mixture;
    coordinatesOf = naturalCoordinates(reference, rows);
    home = coordinatesOf(reference);
    located = located.map(locate);
    return locate(evaluation);
  }

  return (evaluation) => {
    const last = locateNearby(evaluation);
    return {
      gain: dot(last.step, last.step) / 2,
      keep() {
        located = [...located, last].slice(-MEMORY);
        const { coefficients, leastCurvature } = secantModel(located);
        return { leastCurvature, trial: () => trialOf(located, coefficients, settings) };
      },
    };
  };
}

/** The furthest that a component moves, in units of its own spread. */
function furthest(shift: Float64Array, weights: Float64Array, rows: number): number {
  const length = shift.length / weights.length;
  const squares = weights.map((weight, k) => {
    const own = shift.subarray(k * length, (k + 1) * length);
    return dot(own, own) / (rows * weight);
  });
  return Math.sqrt(Math.max(...squares));
}

function trialOf(
  located: readonly Located[],
  coefficients: Float64Array,
  settings: PaceSettings,
): Maximized | undefined {
  const { mixture, plain } = located.at(-1)!;
  const beyond = new Float64Array(located[0]!.from.length);
  const aim = coefficients.slice();
  aim[aim.length - 1] = aim.at(-1)! - 1;
  for (const [h, { from, step }] of located.entries()) {
    addInto(beyond, from, aim[h]!);
    addInto(beyond, step, aim[h]!);
  }
  if (aim.every((coefficient) => coefficient === 0)) return undefined;
  const scale = Math.min(1, TRUST / furthest(beyond, mixture.weights, settings.rows));
  const within = aim.map((coefficient) => coefficient * scale);
  within[within.length - 1] = within.at(-1)! + 1;
  const combined = combinedMoments(located, within, mixture);
  if (!combined) return undefined;
  try {
    // Iterative families start from the plain step's covariances.
    const { covariances } = plain.mixture;
    const trial = maximize(combined.moments, { ...combined.mixture, covariances }, settings);
    return trial.heldUp.length > 0 ? undefined : trial;
  } catch {
    // Whatever a structure makes of moments that are those of no data, there is the plain step.
    return undefined;
  }
}
