import { type Covariance, toDense } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { type Fit, type StructureLike, structureOf } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { asMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import type { FitCallbacks } from '../cell.ts';
import { requireParameters } from '../uncertainty/require-parameters.ts';
import type { ParameterTable } from '../uncertainty/standard-errors.ts';
import type { BootstrapListener, Bootstrapping } from './bootstrapping.ts';
import { requireLevel, requireReplicates, requireSuccesses } from './check-options.ts';
import type { ReplicateOptions, ReplicateResult, ReplicateSpec } from './replicate.ts';

/** How to bootstrap. The other options are those of every fit, and should be those that the fit was made with. */
export interface BootstrapIntervalsOptions
  extends Omit<ReplicateOptions, 'restarts' | 'effort'>,
    BootstrapListener {
  /** The covariance structure that the mixture was fitted with; "full" when absent. */
  readonly covariance?: StructureLike;
  /** Data sets to draw and to fit; 999 when absent. */
  readonly replicates?: number;
  /** How many of the replicates an interval holds, as a share; 0.95 when absent. */
  readonly level?: number;
  /**
   * "nonparametric" draws rows of x with replacement, "parametric" draws rows from the mixture, as if it were true;
   * "nonparametric" when absent.
   */
  readonly kind?: 'parametric' | 'nonparametric';
}

/** Intervals for the parameters of a mixture. Plain data. */
export interface BootstrapIntervals {
  readonly kind: 'parametric' | 'nonparametric';
  readonly level: number;
  /** Replicates that were made. */
  readonly replicates: number;
  /** Those whose fit failed, or in which a component collapsed: they are left out. */
  readonly failed: number;
  /** Why, in order. */
  readonly failures: readonly string[];
  /** The lower ends: the (1 - level) / 2 quantile of each parameter over the replicates. */
  readonly lower: ParameterTable;
  /** The upper ends. */
  readonly upper: ParameterTable;
  /** The standard deviation of each parameter over the replicates. */
  readonly standardErrors: ParameterTable;
}

/** A bootstrap of parameters, checked and ready to run. */
export interface IntervalPlan {
  readonly where: string;
  readonly x: Matrix;
  readonly kind: 'parametric' | 'nonparametric';
  readonly level: number;
  readonly specs: readonly ReplicateSpec[];
}

/** Checks the input of a bootstrap before any work is done. @returns the replicates that it needs */
export function planIntervals(
  where: string,
  fitted: Fit | Mixture,
  { x, options }: { readonly x: MatrixLike; readonly options: BootstrapIntervalsOptions & FitCallbacks },
): IntervalPlan {
  const { covariance = 'full', replicates = 999, level = 0.95, kind = 'nonparametric', ...others } = options;
  const { onReplicate: _listener, kernels: _kernels, onIteration: _onIteration, ...fitOptions } = others;
  const matrix = asMatrix(x, where);
  const mixture = 'mixture' in fitted ? fitted.mixture : fitted;
  requireReplicates(where, replicates, 2);
  requireLevel(where, level, 0.95);
  requireKind(where, kind);
  if (matrix.columns !== mixture.dimension) {
    throw new GaussmixError(
      'shape',
      `${where}: x must have as many columns as the mixture (${mixture.dimension}), got ${matrix.columns}.`,
    );
  }
  requireParameters(where, fitted, {
    structure: structureOf(covariance, where),
    weights: fitOptions.weights,
  });
  const specs = Array.from(
    { length: replicates },
    (_, replicate): ReplicateSpec => ({
      replicate,
      draw: kind === 'parametric' ? 'mixture' : 'rows',
      ask: 'parameters',
      mixture,
      covariance,
      options: fitOptions,
    }),
  );
  return { where, x: matrix, kind, level, specs };
}

function requireKind(where: string, kind: unknown): void {
  if (kind === 'parametric' || kind === 'nonparametric') return;
  throw new GaussmixError(
    'kind',
    `${where}: kind must be "parametric" or "nonparametric", got ${JSON.stringify(kind)}.`,
  );
}

/** A bootstrap of parameters, step by step. @returns a generator of one batch of replicates */
export function* bootstrappingIntervals(plan: IntervalPlan): Bootstrapping<BootstrapIntervals> {
  const results = yield plan.specs;
  return concludeIntervals(plan, results);
}

function concludeIntervals(plan: IntervalPlan, results: readonly ReplicateResult[]): BootstrapIntervals {
  const { where, kind, level, specs } = plan;
  const mixtures = results.flatMap(({ mixture }) => (mixture ? [mixture] : []));
  const failures = results.flatMap(({ error }) => (error === undefined ? [] : [error]));
  requireSuccesses(where, { succeeded: mixtures.length, least: 2, failures });
  const tail = (1 - level) / 2;
  return {
    kind,
    level,
    replicates: specs.length,
    failed: failures.length,
    failures,
    lower: summarize(mixtures, (values) => quantile(values, tail)),
    upper: summarize(mixtures, (values) => quantile(values, 1 - tail)),
    standardErrors: summarize(mixtures, standardDeviation),
  };
}

/** One number for each parameter, from its values in all mixtures. */
function summarize(mixtures: readonly Mixture[], of: (values: Float64Array) => number): ParameterTable {
  const { weights, dimension: d } = mixtures[0]!;
  const overAll = (read: (mixture: Mixture) => ArrayLike<number>, length: number): Float64Array => {
    const vectors = mixtures.map(read);
    return Float64Array.from({ length }, (_, j) => of(Float64Array.from(vectors, (vector) => vector[j]!)));
  };
  const dense = denseOnce();
  return {
    weights: overAll((mixture) => mixture.weights, weights.length),
    means: Array.from(weights, (_, k) => overAll(({ means }) => means[k]!, d)),
    covariances: Array.from(weights, (_, k) => ({
      data: overAll(({ covariances }) => dense(covariances[k]!), d * d),
      rows: d,
      columns: d,
    })),
  };
}

/** `toDense` of a shared covariance once. */
function denseOnce(): (covariance: Covariance) => Float64Array {
  const known = new Map<Covariance, Float64Array>();
  return (covariance) => {
    const dense = known.get(covariance) ?? toDense(covariance);
    known.set(covariance, dense);
    return dense;
  };
}

/** Between the two nearest of the sorted values, as R's default and NumPy's do it (Hyndman & Fan's type 7). */
function quantile(values: Float64Array, probability: number): number {
  const sorted = values.slice().sort();
  const position = probability * (sorted.length - 1);
  const below = Math.min(Math.floor(position), sorted.length - 2);
  const share = position - below;
  return (1 - share) * sorted[below]! + share * sorted[below + 1]!;
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return Math.sqrt(squares / (values.length - 1));
}
