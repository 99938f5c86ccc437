import type { Mixture } from '@gaussmix/distributions';
import { type Fit, type FitOptions, fitMixture, type InitialParameters, splitAndMerge } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import type { Matrix } from '@gaussmix/linalg';
import { splitStarts } from './split-starts.ts';

/** What one component more gains. */
export interface LikelihoodRatio {
  /** -2 ln lambda: twice the gain in log-likelihood, in nats; not negative. */
  readonly statistic: number;
  readonly alternativeFit: Fit;
}

/** How far apart halves of a component are tried, and how little where nothing else is better than the whole. */
const [APART, HARDLY] = [0.8, 0.1];

/** Nats per row at which splits are compared: the best of them is finished. */
const COMPARED_AT = 1e-3;

/**
 * The fit of the null hypothesis to x: from one component on, each fit is the alternative to the one before, so that a test
 * has the same null hypothesis by itself as in a row of tests.
 *
 * @param options  those of `fitMixture`
 * @returns a fit of K components
 * @throws GaussmixError when nothing can be fitted
 */
export function nullFitOf(rows: Matrix, components: number, options: FitOptions): Fit {
  if (components === 1) return fitMixture(rows, { ...options, components });
  return likelihoodRatio(rows, nullFitOf(rows, components - 1, options), options).alternativeFit;
}

/**
 * The fit of the null hypothesis to rows drawn from it: from the mixture that they were drawn from, and by a search.
 *
 * @param drawnFrom  K components
 * @returns the better fit
 * @throws GaussmixError when nothing can be fitted
 */
export function nullFitOfReplicate(rows: Matrix, drawnFrom: Mixture, options: FitOptions): Fit {
  const components = drawnFrom.weights.length;
  if (components === 1) return fitMixture(rows, { ...options, components });
  return bestOf([
    attempt(rows, { ...searching(options), components }),
    attempt(rows, { ...options, initial: drawnFrom }),
  ]);
}

/**
 * How much one component more than in a fit gains, by the same search for whatever rows: that of `fitMixture`, and
 * from the fit with each component split. Where all of them end lower than the fit, from splits so small that they cannot.
 *
 * @param nullFit  K components
 * @param options  those of `fitMixture`
 * @returns the statistic and the fit of K + 1 components
 * @throws GaussmixError when nothing can be fitted
 */
export function likelihoodRatio(rows: Matrix, nullFit: Fit, options: FitOptions): LikelihoodRatio {
  const components = nullFit.mixture.weights.length + 1;
  const searched = attempt(rows, { ...searching(options), components });
  let alternativeFit = bestOf([searched, fromSplits(rows, nullFit, { options, distance: APART })]);
  if (alternativeFit.logLikelihood < nullFit.logLikelihood) {
    alternativeFit = bestOf([alternativeFit, fromSplits(rows, nullFit, { options, distance: HARDLY })]);
  }
  const gain = alternativeFit.logLikelihood - nullFit.logLikelihood;
  return { statistic: Math.max(0, 2 * gain), alternativeFit };
}

/** A quick search unless told otherwise: it is made once or twice for every replicate. */
function searching(options: FitOptions): FitOptions {
  return { effort: 'quick', moves: splitAndMerge, ...options };
}

/** Every split, tried; the best, finished. */
function fromSplits(
  rows: Matrix,
  { mixture }: Fit,
  { options, distance }: { readonly options: FitOptions; readonly distance: number },
): Attempt {
  const tolerance = Math.max(COMPARED_AT, options.tolerance ?? 0);
  const tried = splitStarts(mixture, distance).map((initial) =>
    attempt(rows, { ...options, initial, tolerance }),
  );
  const best = tried.filter((fit): fit is Fit => 'mixture' in fit).sort(byMerit)[0];
  return best ? attempt(rows, { ...options, initial: byWeight(best.mixture) }) : tried[0]!;
}

/** Components in order of descending weight, as those of a fit without a given start. */
function byWeight({ weights, means, covariances, ...others }: Mixture): InitialParameters {
  const order = [...weights.keys()].sort((p, q) => weights[q]! - weights[p]! || p - q);
  return {
    origin: others.origin,
    offsets: order.map((k) => others.offsets[k]!),
    weights: order.map((k) => weights[k]!),
    means: order.map((k) => means[k]!),
    covariances: order.map((k) => covariances[k]!),
  };
}

type Attempt = Fit | GaussmixError;

function attempt(rows: Matrix, options: FitOptions): Attempt {
  try {
    return fitMixture(rows, options);
  } catch (error) {
    if (error instanceof GaussmixError) return error;
    throw error;
  }
}

/** The most likely of the fits that nothing is wrong with, or else of all. @throws the first error when there is none */
function bestOf(attempts: readonly Attempt[]): Fit {
  const best = attempts.filter((fit): fit is Fit => 'mixture' in fit).sort(byMerit)[0];
  if (best === undefined) throw attempts[0];
  return best;
}

function byMerit(p: Fit, q: Fit): number {
  return Number(isHealthy(q)) - Number(isHealthy(p)) || q.logLikelihood - p.logLikelihood;
}

/** A likelihood without bound, as where a component has collapsed, says nothing of how many there are. */
function isHealthy({ warnings }: Fit): boolean {
  return warnings.every(({ code }) => code === 'not-converged');
}
