import { type Mixture, mapMixture } from '@gaussmix/distributions';
import type { MatrixLike } from '@gaussmix/linalg';
import { checker } from '../checker.ts';
import type { Fit } from '../fit.ts';
import { fitOfRun } from '../fit-of-run.ts';
import type { FitOptions } from '../options.ts';
import { type Problem, problemOf } from '../problem.ts';
import { climber, type Standing } from './climber.ts';

/** How a gradient is followed. */
export interface GradientOptions
  extends Pick<
    FitOptions,
    'components' | 'covariance' | 'initial' | 'weights' | 'seed' | 'maxIterations' | 'kernels'
  > {
  /**
   * The step is so many times the gradient of the average log-likelihood of a row, always, and may then lose likelihood. When
   * absent, twice the last step is tried, then half of that, until the likelihood rises by a part of what the slope promises
   * (Armijo 1966): none is ever lost.
   */
  readonly step?: number;
  /** The norm of that gradient that counts as none; 1e-6 when absent. With 0 exactly `maxIterations` are run, as far as it climbs. */
  readonly tolerance?: number;
}

/** Where an ascent stands after an iteration. */
export interface GradientState {
  /** Iterations done; 0 is the start. */
  readonly iteration: number;
  /** The mixture after them, in the data's units. Components keep the order of the start. */
  readonly mixture: Mixture;
  /** Total log-likelihood of that mixture, in nats. */
  readonly logLikelihood: number;
  /** Norm of the gradient there, of the average log-likelihood of a row. */
  readonly gradientNorm: number;
  /** The step that led here; 0 at the start. */
  readonly step: number;
  /** E-steps so far: steps that were tried and refused cost one too. */
  readonly passes: number;
}

const where = 'gradientAscent';

/** The default: half its square, over a curvature near 1, is 5e-13 nats a row that are left to gain. */
const TOLERANCE = 1e-6;

/**
 * The likelihood climbed by its gradient, for comparison with EM: from the same starts, over the same likelihood, step by step.
 *
 *   a_k += eta dl/da_k,   mu_k += eta dl/dmu_k,   Sigma_k = L_k e^(eta dl/dX_k) L_k^T
 *
 * with w = softmax(a). Moves of covariances are projected on what their structure allows, for any structure. Parameters are
 * those of the fit's own coordinates, in which the data are centered and as round as the structure allows: so far do units not matter.
 * EM is a step along the same gradient too, but of each component's own size: a covariance over its share of the rows
 * for a mean (Xu & Jordan 1996, Neural Computation 8, 129-151), which is why it needs fewer where components are well separated.
 *
 * Where components collapse the likelihood has no bound, and nothing here holds them up.
 *
 * @param x  n x d, one row per observation; not changed
 * @returns a generator of states, the start's first, that ends with a fit; `converged` says that the gradient is within the
 *   tolerance
 * @throws GaussmixError for bad data or options, "step" where a fixed step leads to no mixture
 *
 * O(n K d^2 + K d^3) for each step that is tried.
 */
export function* gradientAscent(x: MatrixLike, options: GradientOptions = {}): Generator<GradientState, Fit> {
  const { step, tolerance = TOLERANCE } = options;
  requireOptions(step, tolerance);
  const problem = problemOf(x, { ...options, tolerance, restarts: 1 }, where);
  const climb = climber(problem, step);
  const trace: number[] = [];
  let standing = climb.start();
  for (let iteration = 0; ; iteration++) {
    trace.push(standing.moments.logLikelihood);
    yield stateOf(standing, problem, iteration);
    const converged = tolerance > 0 && normOf(standing) <= tolerance;
    const last = converged || iteration === problem.settings.maxIterations;
    const next = last ? undefined : climb.next(standing);
    if (next === undefined) return fitOf(standing, problem, { trace, converged, tolerance });
    standing = next;
  }
}

function requireOptions(step: number | undefined, tolerance: number): void {
  const check = checker(where);
  if (step !== undefined && !(step > 0 && step < Infinity)) check('step', 'a positive number', step);
  if (!(tolerance >= 0 && tolerance < Infinity)) check('tolerance', 'a number, at least 0', tolerance);
}

function normOf({ gradient }: Standing): number {
  return Math.sqrt(Math.max(0, gradient.slope));
}

function stateOf(standing: Standing, problem: Problem, iteration: number): GradientState {
  return {
    iteration,
    mixture: mapMixture(standing.mixture, problem.coordinates),
    logLikelihood: standing.moments.logLikelihood - problem.logJacobian,
    gradientNorm: normOf(standing),
    step: standing.step,
    passes: standing.passes,
  };
}

/** How an ascent ended. */
interface Ending {
  readonly trace: readonly number[];
  readonly converged: boolean;
  readonly tolerance: number;
}

function fitOf(standing: Standing, problem: Problem, { trace, converged, tolerance }: Ending): Fit {
  const { mixture, moments } = standing;
  const iterations = trace.length - 1;
  const run = { mixture, moments, trace, iterations, converged, heldUp: [] };
  // What a fit says of its tolerance is of nats.
  const settings = { ...problem.settings, tolerance: 0 };
  const restarts = { total: 1, failed: 0, best: 1, failures: [] };
  const fit = fitOfRun(run, { ...problem, settings }, restarts);
  if (converged || tolerance === 0) return fit;
  const message =
    `the gradient still has norm ${normOf(standing).toPrecision(3)} after ${iterations} iterations, more than the ` +
    `tolerance (${tolerance}). Try more iterations, or EM, which is fitMixture.`;
  return { ...fit, warnings: [{ code: 'not-converged', message }, ...fit.warnings] };
}
