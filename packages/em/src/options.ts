import type { ClassicStructureName, Covariance, CovarianceStructure } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import type { Kernels } from '@gaussmix/kernels';
import type { MatrixLike } from '@gaussmix/linalg';
import type { Assignment, EngineFactory, EngineSource } from './engine.ts';
import type { Acceleration } from './loop/paces.ts';
import type { Effort, EffortName } from './search/efforts.ts';
import type { Moves } from './search/search.ts';

/** A start by the name of its recipe. */
export type InitialName = 'kmeans' | 'k-means++' | 'random' | 'random-from-data';

/** A covariance as a person writes it: sigma^2 for sigma^2 I, variances, a matrix, or a form. */
export type CovarianceLike = number | readonly number[] | readonly (readonly number[])[] | Covariance;

/** A start by parameters, in the data's units. A fitted mixture is one. */
export interface InitialParameters {
  /** K means of d numbers; in one dimension K numbers will do. */
  readonly means: readonly (ArrayLike<number> | number)[];
  /** K weights; 1 / K each when absent. */
  readonly weights?: ArrayLike<number>;
  /** K covariances; the whole data's when absent. */
  readonly covariances?: readonly CovarianceLike[];
  /** As in a mixture: keeps the digits of means far from zero. */
  readonly origin?: ArrayLike<number>;
  /** As in a mixture: means less origin. */
  readonly offsets?: readonly ArrayLike<number>[];
}

/** Where a fit starts. */
export type Initial =
  | InitialName
  | InitialParameters
  | { readonly responsibilities: MatrixLike }
  | { readonly labels: ArrayLike<number> };

/** A covariance structure, by one of the four names or as an object. */
export type StructureLike = ClassicStructureName | CovarianceStructure;

/** What {@link iterate} reports after each E-step. */
export interface Progress {
  /** The start that is being run, counted from 0. */
  readonly restart: number;
  /** How many starts there are. */
  readonly restarts: number;
  /** Iterations done from this start. */
  readonly iteration: number;
  /** Total log-likelihood after them, in nats, for the data's units; an estimate while starts are compared on a sample. */
  readonly logLikelihood: number;
}

/** How a mixture is fitted. */
export interface FitOptions {
  /** K, from 1 to the number of rows. May be left out when `initial` tells it. */
  readonly components?: number;
  /** The covariance structure; "full" when absent. */
  readonly covariance?: StructureLike;
  /**
   * How hard the best optimum is sought: "quick", "normal" or "thorough", or a budget of your own; "normal" when absent. Not
   * where `restarts` or a start is given, nor with a tolerance of 0.
   */
  readonly effort?: EffortName | Effort;
  /**
   * Mixtures that a search looks at beside its own starts, in the data's units, with K components, or fewer (to be split) or
   * one more (to be merged, both by `moves`): fits of other numbers of components or structures.
   */
  readonly suggestions?: readonly Mixture[];
  /**
   * Ways from one optimum to better ones: `splitAndMerge`, which finds more of the best optima. None when absent, as they
   * cost a page another kilobyte; what chooses among models takes them by itself.
   */
  readonly moves?: Moves;
  /** Starts to run, each to its end, of which the best fit is kept, instead of a search. */
  readonly restarts?: number;
  /**
   * With twice as many rows or more, starts are compared on a sample of so many rows, drawn by the seed, and only the best
   * is run on all. When absent 4,096, or 20 K (d + 1) where that is more; Infinity runs every start on all rows.
   */
  readonly startRows?: number;
  /** Iterations at most, of each start; 1000 when absent. */
  readonly maxIterations?: number;
  /** Nats per row that may be left to gain at the end; 1e-8 when absent. With 0 exactly `maxIterations` are run. */
  readonly tolerance?: number;
  /**
   * "anderson" extrapolates the moments of the last passes: the same optimum in a fraction of the iterations where
   * components overlap, no likelihood lost on the way. "none" is plain EM. "anderson" when absent, but "none" with a
   * tolerance of 0, which asks for so many steps of EM; no other assignment than soft is accelerated.
   */
  readonly acceleration?: Acceleration;
  /**
   * A number r is added to the diagonal of every covariance, in the data's units squared. "auto", the default, leaves
   * healthy components alone and holds up one that collapses, with a warning.
   */
  readonly regularization?: number | 'auto';
  /** Same seed, same bits; 0 when absent. */
  readonly seed?: number;
  /** Where to start; when absent, "kmeans", "k-means++" and "random-from-data" by turns, which miss fewer optima than any alone. */
  readonly initial?: Initial;
  /**
   * "soft" is EM, "hard" classification EM (Celeux & Govaert 1992), `{ temperature }` what lies between and beyond, from 0,
   * which is "hard", by 1, which is "soft", to 1e6; "soft" when absent.
   */
  readonly assignment?: Assignment;
  /** Whether weights are estimated or stay 1 / K; "free" when absent. */
  readonly weights?: 'free' | 'equal';
  /**
   * The hot loops of engines on this thread; when absent, in WebAssembly where the platform has its SIMD instructions.
   * Every form gives the same bits.
   */
  readonly kernels?: Kernels;
  /** Called after each E-step. */
  readonly onIteration?: (progress: Progress) => void;
}

/** How a mixture is fitted over an engine. */
export interface AsyncFitOptions extends FitOptions {
  /** Makes the engine that answers E-steps; one in memory on this thread when absent. Engines are closed at the end. */
  readonly engine?: EngineFactory | EngineSource;
  /** Ends the fit, an E-step within a block of 1,024 rows; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}
