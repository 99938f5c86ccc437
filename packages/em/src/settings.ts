import { type CovarianceStructure, classicStructures } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { type Check, checker, quoted } from './checker.ts';
import type { Assignment } from './engine.ts';
import { type Acceleration, paces } from './loop/paces.ts';
import type { FitOptions, Initial, InitialName, StructureLike } from './options.ts';
import { requireAssignment } from './require-assignment.ts';
import { type Effort, efforts } from './search/efforts.ts';
import type { Moves } from './search/search.ts';

/** Options with every default in place, checked. */
export interface Settings {
  readonly where: string;
  readonly components: number;
  readonly structure: CovarianceStructure;
  readonly restarts: number;
  /** How hard the best optimum is sought; undefined where as many starts as asked for are run, and no more. */
  readonly effort: Effort | undefined;
  readonly suggestions: readonly Mixture[];
  readonly moves: Moves | undefined;
  /** Rows that starts are compared on; undefined to choose by the problem. */
  readonly startRows: number | undefined;
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly acceleration: Acceleration;
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
const DEFAULT_INITIALS: readonly InitialName[] = ['kmeans', 'k-means++', 'random-from-data'];

/**
 * Options with their defaults, checked against the number of rows.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError with the option's name as code
 */
export function settingsOf(options: FitOptions, rows: number, where: string): Settings {
  const { initial, covariance = 'full' } = options;
  const startGiven = typeof initial === 'object';
  const check = checker(where);
  if (initial !== undefined && !isInitial(initial)) {
    const must = `one of ${INITIAL_NAMES.join(', ')}, or given means, responsibilities or labels`;
    check('initial', must, quoted(initial));
  }
  const components = options.components ?? componentsOf(initial, check);
  if (!Number.isInteger(components) || components < 1 || components > rows) {
    check('components', `a whole number from 1 to the number of rows (${rows})`, components);
  }
  const { assignment = 'soft', weights = 'free', seed = 0, tolerance = 1e-8, maxIterations = 1000 } = options;
  const { regularization = 'auto', restarts = 10, effort = 'normal', suggestions = [] } = options;
  const { acceleration = tolerance === 0 ? 'none' : 'anderson' } = options;
  const temperature = requireAssignment(assignment, where);
  if (weights !== 'free' && weights !== 'equal') check('weights', '"free" or "equal"', quoted(weights));
  if (!Number.isFinite(seed)) check('seed', 'a finite number', seed);
  if (!(tolerance >= 0 && tolerance < Infinity))
    check('tolerance', 'a number of nats per row, at least 0', tolerance);
  if (!Number.isInteger(maxIterations) || maxIterations < 0) {
    check('maxIterations', 'a whole number, at least 0', maxIterations);
  }
  if (!Object.hasOwn(paces, acceleration)) {
    check('acceleration', Object.keys(paces).map(quoted).join(' or '), quoted(acceleration));
  }
  if (!Number.isInteger(restarts) || restarts < 1) check('restarts', 'a whole number, at least 1', restarts);
  const budget = typeof effort === 'object' ? effort : new Map(Object.entries(efforts)).get(effort);
  if (!budget) check('effort', Object.keys(efforts).map(quoted).join(' or '), quoted(effort));
  const { startRows } = options;
  if (
    startRows !== undefined &&
    !(startRows >= 1 && (Number.isInteger(startRows) || startRows === Infinity))
  ) {
    check('startRows', 'a whole number, at least 1, or Infinity', startRows);
  }
  if (regularization !== 'auto' && !(Number.isFinite(regularization) && regularization >= 0)) {
    check('regularization', '"auto" or a number, at least 0', quoted(regularization));
  }
  // One component has one optimum, and a given start is one start.
  const single = startGiven || components === 1;
  return {
    where,
    components,
    structure: structureOf(covariance, where),
    restarts: single ? 1 : restarts,
    effort: single || options.restarts || tolerance === 0 ? undefined : budget,
    suggestions,
    moves: options.moves,
    startRows,
    maxIterations,
    tolerance,
    // Classification EM ends by itself, after few steps; that extrapolation serves other temperatures is not shown.
    acceleration: temperature === 1 ? acceleration : 'none',
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

function isInitial(initial: Initial): boolean {
  if (typeof initial === 'string') return INITIAL_NAMES.includes(initial);
  if (typeof initial !== 'object' || initial === null) return false;
  const given = initial as {
    readonly means?: unknown;
    readonly labels?: unknown;
    readonly responsibilities?: unknown;
  };
  const parts = [given.means, given.labels, given.responsibilities].filter((part) => part !== undefined);
  return parts.length === 1 && typeof parts[0] === 'object' && parts[0] !== null;
}

function componentsOf(initial: Initial | undefined, check: Check): number {
  if (typeof initial !== 'object') return check('components', 'given', 'nothing');
  if ('means' in initial) return initial.means.length;
  if ('labels' in initial)
    return Array.from(initial.labels).reduce((most, label) => Math.max(most, label + 1), 0);
  const first = (initial.responsibilities as readonly ArrayLike<number>[])[0];
  return 'columns' in initial.responsibilities ? initial.responsibilities.columns : (first?.length ?? 0);
}
