import {
  type ClassicStructureName,
  type Covariance,
  type CovarianceStructure,
  classicStructures,
} from '@gaussmix/covariance';
import { GaussmixError, type Kernels } from '@gaussmix/kernels';
import type { MatrixLike } from '@gaussmix/linalg';
import type { Assignment, EngineFactory } from './engine.ts';

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
  /** Total log-likelihood after them, in nats, for the data's units. */
  readonly logLikelihood: number;
}

/** How a mixture is fitted. */
export interface FitOptions {
  /** K, from 1 to the number of rows. May be left out when `initial` tells it. */
  readonly components?: number;
  /** The covariance structure; "full" when absent. */
  readonly covariance?: StructureLike;
  /** Starts to run, of which the best fit is kept; 10 when absent, 1 from a given start. */
  readonly restarts?: number;
  /** Iterations at most, of each start; 1000 when absent. */
  readonly maxIterations?: number;
  /** Nats per row that may be left to gain at the end; 1e-8 when absent. With 0 exactly `maxIterations` are run. */
  readonly tolerance?: number;
  /**
   * A number r is added to the diagonal of every covariance, in the data's units squared. "auto", the default, leaves
   * healthy components alone and holds up one that collapses, with a warning.
   */
  readonly regularization?: number | 'auto';
  /** Same seed, same bits; 0 when absent. */
  readonly seed?: number;
  /** Where to start; when absent, "kmeans" and "k-means++" by turns, which between them miss fewer optima than either. */
  readonly initial?: Initial;
  /** "soft" is EM, "hard" classification EM (Celeux & Govaert 1992); "soft" when absent. */
  readonly assignment?: Assignment;
  /** Whether weights are estimated or stay 1 / K; "free" when absent. */
  readonly weights?: 'free' | 'equal';
  /** The hot loops; the plain ones when absent. Every form gives the same bits. */
  readonly kernels?: Kernels;
  /** Called after each E-step. */
  readonly onIteration?: (progress: Progress) => void;
}

/** How a mixture is fitted over an engine. */
export interface AsyncFitOptions extends FitOptions {
  /** Makes the engine that answers E-steps; one in memory on this thread when absent. It is closed at the end. */
  readonly engine?: EngineFactory;
  /** Ends the fit before its next E-step; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Options with every default in place, checked. */
export interface Settings {
  readonly where: string;
  readonly components: number;
  readonly structure: CovarianceStructure;
  readonly restarts: number;
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly regularization: number | 'auto';
  readonly seed: number;
  /** Where starts begin, by turns: recipes, or the one that is given. */
  readonly initials: readonly Initial[];
  /** Whether the start is given, so that components keep its order. */
  readonly startGiven: boolean;
  readonly assignment: Assignment;
  readonly weights: 'free' | 'equal';
}

const INITIAL_NAMES: readonly InitialName[] = ['kmeans', 'k-means++', 'random', 'random-from-data'];
const DEFAULT_INITIALS: readonly InitialName[] = ['kmeans', 'k-means++'];

/**
 * Options with their defaults, checked against the number of rows.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError with the option's name as code
 */
export function settingsOf(options: FitOptions, rows: number, where: string): Settings {
  const { initial } = options;
  const startGiven = typeof initial === 'object';
  const check = checker(where);
  if (typeof initial === 'string' && !INITIAL_NAMES.includes(initial)) {
    check(
      'initial',
      `one of ${INITIAL_NAMES.join(', ')}, or given means, responsibilities or labels`,
      quoted(initial),
    );
  }
  const components = options.components ?? componentsOf(initial, check);
  if (!Number.isInteger(components) || components < 1 || components > rows) {
    check('components', `a whole number from 1 to the number of rows (${rows})`, components);
  }
  const { assignment = 'soft', weights = 'free', seed = 0, tolerance = 1e-8, maxIterations = 1000 } = options;
  const { regularization = 'auto', restarts = 10 } = options;
  if (assignment !== 'soft' && assignment !== 'hard')
    check('assignment', '"soft" or "hard"', quoted(assignment));
  if (weights !== 'free' && weights !== 'equal') check('weights', '"free" or "equal"', quoted(weights));
  if (!Number.isFinite(seed)) check('seed', 'a finite number', seed);
  if (!(tolerance >= 0 && tolerance < Infinity))
    check('tolerance', 'a number of nats per row, at least 0', tolerance);
  if (!Number.isInteger(maxIterations) || maxIterations < 0) {
    check('maxIterations', 'a whole number, at least 0', maxIterations);
  }
  if (!Number.isInteger(restarts) || restarts < 1) check('restarts', 'a whole number, at least 1', restarts);
  if (regularization !== 'auto' && !(regularization >= 0 && regularization < Infinity)) {
    check('regularization', '"auto" or a number, at least 0', quoted(regularization));
  }
  return {
    where,
    components,
    structure: structureOf(options.covariance ?? 'full', where),
    // One component has one optimum, and a given start is one start.
    restarts: startGiven || components === 1 ? 1 : restarts,
    maxIterations,
    tolerance,
    regularization,
    seed,
    initials: initial === undefined ? DEFAULT_INITIALS : [initial],
    startGiven,
    assignment,
    weights,
  };
}

/**
 * A structure by one of the four names, or as it is.
 *
 * @param where  the name that errors begin with
 * @returns the structure
 * @throws GaussmixError "covariance", listing the names
 */
export function structureOf(covariance: StructureLike, where: string): CovarianceStructure {
  if (typeof covariance === 'object' && typeof covariance?.estimate === 'function') return covariance;
  if (typeof covariance === 'string' && Object.hasOwn(classicStructures, covariance)) {
    return classicStructures[covariance];
  }
  const names = Object.keys(classicStructures).map(quoted).join(', ');
  return checker(where)('covariance', `${names} or a structure object`, quoted(covariance));
}

type Check = (option: string, must: string, got: unknown) => never;

function checker(where: string): Check {
  return (option, must, got) => {
    throw new GaussmixError(option, `${where}: ${option} must be ${must}, got ${got}`);
  };
}

function componentsOf(initial: Initial | undefined, check: Check): number {
  if (typeof initial !== 'object') return check('components', 'given', 'nothing');
  if ('means' in initial) return initial.means.length;
  if ('labels' in initial)
    return Array.from(initial.labels).reduce((most, label) => Math.max(most, label + 1), 0);
  const first = (initial.responsibilities as readonly ArrayLike<number>[])[0];
  return 'columns' in initial.responsibilities ? initial.responsibilities.columns : (first?.length ?? 0);
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
