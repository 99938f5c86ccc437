import { SingularCovarianceError } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { exp, GaussmixError } from '@gaussmix/kernels';
import { memoryEngine } from '../memory-engine.ts';
import type { Moments } from '../moments.ts';
import type { Problem } from '../problem.ts';
import { runFromStart } from '../search/attempts.ts';
import { movedCovariances, movesBetween } from './covariance-moves.ts';
import { type Gradient, gradientOf } from './gradient-of.ts';

/** A mixture and its E-step, in the fit's coordinates. */
interface Visited {
  readonly mixture: Mixture;
  readonly moments: Moments;
  /** The step that led here; 0 at the start. */
  readonly step: number;
  /** E-steps so far. */
  readonly passes: number;
}

/** A mixture that an ascent has come to. */
export interface Standing extends Visited {
  readonly gradient: Gradient;
}

/** Climbs. */
export interface Climber {
  /** Where the ascent starts. */
  start(): Standing;
  /** @returns what follows, or undefined where no step climbs any more */
  next(from: Standing): Standing | undefined;
}

/** The share of what the slope promises that a step must gain. Nocedal & Wright (2006), section 3.1. */
const SHARE = 1e-4;

/** Steps that are tried, each half of the one before. */
const TRIALS = 60;

/** A start this near to its family is in it. */
const ROUNDING = 1e-8;

/** Climbs a problem. @param step  fixed; sought by halving when undefined */
export function climber(problem: Problem, step: number | undefined): Climber {
  const { mStep, rows } = problem;
  const { structure } = mStep;
  const engine = memoryEngine(rows, problem.kernels);
  const want = structure.moments === 'diagonal' ? 'diagonal' : 'full';
  let passes = 0;

  function visited(mixture: Mixture, by: number): Visited {
    passes++;
    return { mixture, moments: engine.moments({ mixture, want, assignment: 'soft' }), step: by, passes };
  }

  function standing(visit: Visited): Standing {
    return { ...visit, gradient: gradientOf(visit.moments, visit.mixture, mStep) };
  }

  function tried(from: Standing, by: number): Visited | undefined {
    try {
      const after = visited(moved(from, by, problem), by);
      return Number.isFinite(after.moments.logLikelihood) ? after : undefined;
    } catch (error) {
      if (error instanceof SingularCovarianceError) return undefined;
      throw error;
    }
  }

  return {
    start: () => standing(visited(inFamily(startOf(problem), problem), 0)),

    next(from) {
      if (step !== undefined) return standing(tried(from, step) ?? refuseStep(step));
      const { slope } = from.gradient;
      if (!(slope > 0)) return undefined;
      let by = from.step > 0 ? 2 * from.step : 1;
      for (let trial = 0; trial < TRIALS; trial++, by /= 2) {
        const after = tried(from, by);
        if (after === undefined) continue;
        const gain = after.moments.logLikelihood - from.moments.logLikelihood;
        if (gain > 0 && gain >= SHARE * by * slope * rows.rows) return standing(after);
      }
      return undefined;
    },
  };
}

function refuseStep(step: number): never {
  throw new GaussmixError(
    'step',
    `gradientAscent: step must be small enough to lead to a mixture, got ${step}. Try a smaller one, or none.`,
  );
}

/** The mixture so far along its gradient. */
function moved({ mixture, gradient }: Standing, by: number, { mStep }: Problem): Mixture {
  const { origin, offsets, covariances } = mixture;
  const shifted = offsets.map((offset, k) => offset.map((value, j) => value + by * gradient.means[k]![j]!));
  return {
    ...mixture,
    weights: mStep.weights === 'free' ? movedWeights(mixture.weights, gradient.logits, by) : mixture.weights,
    offsets: shifted,
    means: shifted.map((offset) => offset.map((value, j) => origin[j]! + value)),
    covariances: movedCovariances(
      covariances,
      gradient.covariances.map((move) => move.map((entry) => by * entry)),
      mStep.structure,
    ),
  };
}

/** softmax(ln w + eta g). */
function movedWeights(weights: Float64Array, logits: Float64Array, by: number): Float64Array {
  const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const parts = weights.map((weight, k) => weight * exp(by * (logits[k]! - largest)));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

/** Where EM would start from. */
function startOf(problem: Problem): Mixture {
  const engine = memoryEngine(problem.rows, problem.kernels);
  const steps = runFromStart(problem, { restart: 0, maxIterations: 0, acceleration: 'none' });
  let next = steps.next();
  while (!next.done) next = steps.next(engine.moments(next.value));
  return next.value.mixture;
}

/** A mixture with covariances of the family: the given ones where they are. */
function inFamily(mixture: Mixture, { mStep }: Problem): Mixture {
  const { covariances, dimension: d } = mixture;
  const still = covariances.map(() => new Float64Array(d * d));
  const own = movedCovariances(covariances, still, mStep.structure);
  const away = movesBetween(covariances, own).some((move) =>
    move.some((entry) => Math.abs(entry) > ROUNDING),
  );
  return away ? { ...mixture, covariances: own } : mixture;
}
