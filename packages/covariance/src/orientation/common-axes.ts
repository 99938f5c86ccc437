import { jacobiEigen } from '@gaussmix/linalg';
import type { Covariance } from '../covariance.ts';
import { normalizedScatters } from '../shape/normalized-scatters.ts';
import { roundingAlong } from '../shape/spectrum-of.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { ComponentMoments } from '../structure.ts';
import { axesOf } from './axes-of.ts';
import { createNewtonRoom, type NewtonRoom, newtonTurn } from './newton-turn.ts';
import { createPlane, type Plane, pairSweep } from './pair-sweep.ts';
import { createPosition, type Position, placeAt } from './position.ts';
import { turnInto } from './turn-into.ts';
import type { VolumeRule } from './volume-rule.ts';

/** Axes that all components have, and what they spread along them. */
export interface CommonAxes {
  /** D, d x d row-major; column j is axis j. */
  readonly vectors: Float64Array;
  /** diag(D^T S_k D): K times d numbers above zero. */
  readonly spreads: readonly Float64Array[];
  /** ln |diag(D^T S_k D)|. */
  readonly logDeterminants: Float64Array;
}

/** A step that is worth less per row is the last, for the next one would be worth about its square. */
const NEGLIGIBLE = 1e-11;

/** A step that is worth less per row turns no axis by more than rounding. */
const NOTHING = 1e-26;

/** How much two costs of one position may differ per row. */
const ROUNDING = 1e-13;

/** From a cold start planes are turned one by one until a sweep gains less than this per row. */
const SETTLED = 1e-3;

/** Angles, as tangents, beyond which a quadratic model says nothing. */
const LARGEST_TANGENT = 0.5;

/** How often a step is tried, a quarter as long each time, before planes are turned one by one instead. */
const ATTEMPTS = 6;

/** Planes turned one by one that gain less per row are at their minima: beside a flat one they move at its pace. */
const STALLED = 1e-9;

/** How much a start is worth: sweeps over the planes one by one, then rounds of all at once, at most. */
interface Effort {
  readonly sweeps: number;
  readonly rounds: number;
}

/** Two or three sweeps are usual, and a handful of rounds; scatters with a condition of 1e8 may take a hundred. */
const COLD: Effort = { sweeps: 20, rounds: 150 };

/** A pass of EM goes on where the last one was; what a nearly flat component has left to gain may wait for the next. */
const WARM: Effort = { sweeps: 0, rounds: 15 };

/**
 * The orientation D that is most likely for scatters S_k with variances of their own along it.
 *
 * The cost has several minima. Without covariances to start from, it is searched from the axes of the sum of the
 * scatters and from those of each; with them, from theirs, and it never ends higher.
 *
 * Where a component is flat, the cost has no bound or none that is reached along its own axes; those are passed over, for
 * elsewhere there may be a minimum that every component has a variance at.
 *
 * @param previous  the covariances of the pass before
 * @throws SingularCovarianceError naming a component that has no spread along one of the axes
 *
 * O(K d^3) a step, of some five; K + 1 times as much without a start. Where scatters are nearly flat the steps are short and
 * no more than 15 from a start: a step of generalized EM, which gains likelihood without going for all of it.
 *
 * Flury (1984); Browne & McNicholas (2014).
 */
export function commonAxes(
  moments: ComponentMoments,
  rule: VolumeRule,
  previous?: readonly Covariance[],
): CommonAxes {
  const { dimension: d, counts } = moments;
  const normalized = normalizedScatters(moments);
  const { scatters, sizes } = normalized;
  const starts = previous ? [axesOf(previous, d)] : ownAxes(scatters, d);
  const search = createSearch(scatters, d, rule);
  let best: Position | undefined;
  let culprit: number | undefined;
  for (const vectors of starts) {
    placeAt(search.position, vectors, normalized);
    settle(search, previous ? WARM : COLD);
    const flat = flatComponent(scatters, search.position);
    if (flat >= 0) culprit = flat;
    else if (!best || rule.cost(search.position.logDeterminants) < rule.cost(best.logDeterminants)) {
      const free: Position = best ?? createPosition(counts.length, d);
      best = search.position;
      search.position = free;
    }
  }
  if (!best) throw new SingularCovarianceError(culprit);
  return {
    vectors: transposed(best.axes, d),
    spreads: best.scatters.map((scatter, k) =>
      Float64Array.from({ length: d }, (_, j) => scatter[j * d + j]! * sizes[k]!),
    ),
    logDeterminants: best.logDeterminants,
  };
}

/** The axes of the sum of the scatters, and of each: K + 1 matrices, or one if there is one component. */
function ownAxes(scatters: readonly Float64Array[], d: number): Float64Array[] {
  const own = scatters.map((scatter) => jacobiEigen(scatter, d).vectors);
  if (own.length === 1) return own;
  const sum = new Float64Array(d * d);
  for (const scatter of scatters) for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + scatter[at]!;
  return [jacobiEigen(sum, d).vectors, ...own];
}

/** A search: where it stands, where it may go next, and room to work in. */
interface Search {
  readonly rule: VolumeRule;
  /** S_k / sizes_k. */
  readonly scatters: readonly Float64Array[];
  position: Position;
  next: Position;
  readonly newton: NewtonRoom;
  readonly plane: Plane;
}

function createSearch(scatters: readonly Float64Array[], d: number, rule: VolumeRule): Search {
  const K = scatters.length;
  return {
    rule,
    scatters,
    position: createPosition(K, d),
    next: createPosition(K, d),
    newton: createNewtonRoom(K, d),
    plane: createPlane(K),
  };
}

/**
 * Goes towards the nearest minimum: planes one by one, then all at once by Newton's method. It ends early where the cost
 * falls without bound, and where neither way gains anything that a double can tell.
 */
function settle(search: Search, { sweeps, rounds }: Effort): void {
  const { rule, newton, plane, scatters } = search;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    if (!(pairSweep(search.position, rule, plane) > SETTLED * rule.rows)) break;
  }
  for (let round = 0; round < rounds; round++) {
    if (flatComponent(scatters, search.position) >= 0) return;
    const gain = newtonTurn(search.position, rule, newton);
    if (gain !== undefined && gain <= NOTHING * rule.rows) return;
    const turned = gain !== undefined && descend(search);
    const won = turned ? Infinity : pairSweep(search.position, rule, plane);
    if (!(won > STALLED * rule.rows) || (gain !== undefined && gain <= NEGLIGIBLE * rule.rows)) return;
  }
}

/** Goes along Newton's turn to where the cost is not higher. @returns false when a few tries find no such place */
function descend(search: Search): boolean {
  const { rule, newton, position, next } = search;
  let longest = 0;
  for (const angle of newton.angles) longest = Math.max(longest, Math.abs(angle));
  const allowed = rule.cost(position.logDeterminants) + ROUNDING * rule.rows;
  let share = Math.min(1, LARGEST_TANGENT / longest);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    turnInto(next, position, { ...newton, share });
    if (rule.cost(next.logDeterminants) <= allowed) {
      search.position = next;
      search.next = position;
      return true;
    }
    share /= 4;
  }
  return false;
}

/** A component that has nothing but rounding along one of the axes. @returns its index, or -1 */
function flatComponent(scatters: readonly Float64Array[], position: Position): number {
  const d = position.dimension;
  const vectors = transposed(position.axes, d);
  return scatters.findIndex((scatter, k) => {
    for (let j = 0; j < d; j++) {
      if (!(position.scatters[k]![j * d + j]! > roundingAlong(scatter, vectors, j))) return true;
    }
    return false;
  });
}

function transposed(matrix: Float64Array, d: number): Float64Array {
  const result = new Float64Array(d * d);
  for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) result[j * d + i] = matrix[i * d + j]!;
  return result;
}
