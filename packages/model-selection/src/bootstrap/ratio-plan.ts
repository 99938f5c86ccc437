import type { Fit, StructureLike } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import type { FitCallbacks } from '../cell.ts';
import type { BootstrapListener, Bootstrapping } from './bootstrapping.ts';
import { requireReplicates, requireSuccesses } from './check-options.ts';
import { likelihoodRatio, nullFitOf } from './likelihood-ratio.ts';
import type { ReplicateOptions, ReplicateSpec } from './replicate.ts';

/** How to test. The other options are those of every fit; `effort` is "quick" when absent, beside starts from splits. */
export interface RatioOptions extends ReplicateOptions, BootstrapListener {
  /** The covariance structure of both hypotheses; "full" when absent. */
  readonly covariance?: StructureLike;
  /** Data sets to draw from the null hypothesis and to fit; 99 when absent, for which the least p-value is 0.01. */
  readonly replicates?: number;
}

/** A test of K components against K + 1. Plain data. */
export interface LikelihoodRatioTest {
  /** K. */
  readonly components: number;
  /** -2 ln lambda: twice what component K + 1 gains in log-likelihood, in nats. */
  readonly statistic: number;
  /** (1 + replicates with as large a statistic) / (1 + replicates). */
  readonly pValue: number;
  /** The statistics of the replicates, in ascending order; those that failed are left out. */
  readonly replicates: Float64Array;
  /** Replicates without a fit. */
  readonly failed: number;
  /** Why, in order. */
  readonly failures: readonly string[];
  /** The fit with K components. */
  readonly nullFit: Fit;
  /** The fit with K + 1. */
  readonly alternativeFit: Fit;
}

/** Tests of numbers of components, checked and ready to run. */
export interface RatioPlan {
  readonly where: string;
  readonly x: Matrix;
  readonly covariance: StructureLike;
  readonly replicates: number;
  readonly options: ReplicateOptions;
}

/** Checks the input of a test before any work is done. @returns what all of its fits share */
export function planRatio(where: string, data: MatrixLike, options: RatioOptions & FitCallbacks): RatioPlan {
  const { covariance = 'full', replicates = 99, ...others } = options;
  const { onReplicate: _listener, kernels: _kernels, onIteration: _onIteration, ...fitOptions } = others;
  requireReplicates(where, replicates, 1);
  return { where, x: asMatrix(data, where), covariance, replicates, options: fitOptions };
}

/** K, and K + 1, must be numbers of components. @throws GaussmixError "components" */
export function requireTestable({ where, x }: RatioPlan, components: number): void {
  if (Number.isInteger(components) && components >= 1 && components < x.rows) return;
  throw new GaussmixError(
    'components',
    `${where}: components must be a whole number from 1 to less than the number of rows (${x.rows}), ` +
      `got ${components}.`,
  );
}

/** Replicates' fits stop here at the latest, in nats per row: sooner than their statistics are told apart. */
const REPLICATE_TOLERANCE = 1e-6;

/**
 * One test, step by step.
 *
 * @param components  K
 * @param nullFit  the fit with K components, where it is known already
 * @returns a generator of one batch of replicates
 */
export function* testing(
  plan: RatioPlan,
  components: number,
  nullFit = nullFitOf(plan.x, components, { ...plan.options, covariance: plan.covariance }),
): Bootstrapping<LikelihoodRatioTest> {
  const { where, x, covariance, options } = plan;
  const { statistic, alternativeFit } = likelihoodRatio(x, nullFit, { ...options, covariance });
  const tolerance = Math.max(REPLICATE_TOLERANCE, options.tolerance ?? 0);
  const results = yield Array.from(
    { length: plan.replicates },
    (_, replicate): ReplicateSpec => ({
      replicate,
      draw: 'mixture',
      ask: 'likelihood-ratio',
      mixture: nullFit.mixture,
      covariance,
      options: { ...options, tolerance },
    }),
  );
  const statistics = results.flatMap(({ statistic: own }) => (own === undefined ? [] : [own]));
  const failures = results.flatMap(({ error }) => (error === undefined ? [] : [error]));
  requireSuccesses(where, { succeeded: statistics.length, least: 1, failures });
  const asLarge = statistics.filter((own) => own >= statistic).length;
  return {
    components,
    statistic,
    pValue: (1 + asLarge) / (1 + statistics.length),
    replicates: Float64Array.from(statistics).sort(),
    failed: failures.length,
    failures,
    nullFit,
    alternativeFit,
  };
}
