import { log } from '@gaussmix/kernels';
import { jacobiEigen } from '@gaussmix/linalg';
import type { Covariance } from '../covariance.ts';
import { normalizedScatters } from '../shape/normalized-scatters.ts';
import { roundingAlong } from '../shape/spectrum-of.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { ComponentMoments } from '../structure.ts';
import { axesOf } from './axes-of.ts';
import { newtonTurn } from './newton-turn.ts';
import { pairSweep } from './pair-sweep.ts';
import { copyOf, type TurnedScatters, transposed, turnedScatters, turnPlane } from './turned-scatters.ts';
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

/** How often a step is shortened before planes are turned one by one instead. */
const ATTEMPTS = 3;

/** Newton's steps are a handful; this is for costs that have no minimum. */
const MOST_ROUNDS = 200;

/** Sweeps from a cold start; two or three are usual. */
const MOST_SWEEPS = 20;

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
 * O(K d^3) a step, of some five; K + 1 times as much without a start. Flury (1984); Browne & McNicholas (2014).
 */
export function commonAxes(
  moments: ComponentMoments,
  rule: VolumeRule,
  previous?: readonly Covariance[],
): CommonAxes {
  const d = moments.dimension;
  const { scatters, sizes } = normalizedScatters(moments);
  const starts = previous ? [axesOf(previous, d)] : ownAxes(scatters, d);
  let best: Position | undefined;
  let culprit: number | undefined;
  for (const vectors of starts) {
    const position = settled(positionAt({ scatters, sizes, vectors }), rule, previous ? 0 : MOST_SWEEPS);
    const flat = flatComponent(scatters, position.turned);
    if (flat >= 0) culprit = flat;
    else if (!best || rule.cost(position.logDeterminants) < rule.cost(best.logDeterminants)) best = position;
  }
  if (!best) throw new SingularCovarianceError(culprit);
  const { turned, logDeterminants } = best;
  return {
    vectors: transposed(turned.axes, d),
    spreads: turned.scatters.map((scatter, k) =>
      Float64Array.from({ length: d }, (_, j) => scatter[j * d + j]! * sizes[k]!),
    ),
    logDeterminants,
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

interface Position {
  readonly turned: TurnedScatters;
  /** h_k, kept up to date with the turns. */
  readonly logDeterminants: Float64Array;
}

function positionAt({
  scatters,
  sizes,
  vectors,
}: {
  readonly scatters: readonly Float64Array[];
  readonly sizes: Float64Array;
  readonly vectors: Float64Array;
}): Position {
  const d = Math.sqrt(vectors.length);
  const turned = turnedScatters(scatters, vectors, d);
  const logDeterminants = sizes.map((size, k) => d * log(size) + logDiagonal(turned.scatters[k]!, d));
  return { turned, logDeterminants };
}

function logDiagonal(matrix: Float64Array, d: number): number {
  let sum = 0;
  for (let j = 0; j < d; j++) sum += log(matrix[j * d + j]!);
  return sum;
}

/** The nearest minimum: planes one by one for at most some sweeps, then all at once by Newton's method. */
function settled(start: Position, rule: VolumeRule, sweeps: number): Position {
  const { rows } = rule;
  let position = start;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    if (!(pairSweep(position.turned, position.logDeterminants, rule) > SETTLED * rows)) break;
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const turn = newtonTurn(position.turned, position.logDeterminants, rule);
    if (turn && turn.gain <= NOTHING * rows) break;
    const next = turn && lowered(position, turn.angles, rule);
    if (next) position = next;
    else pairSweep(position.turned, position.logDeterminants, rule);
    if (turn && turn.gain <= NEGLIGIBLE * rows) break;
  }
  return position;
}

/** The first position along a turn that costs no more; undefined when none of a few does. */
function lowered(position: Position, angles: Float64Array, rule: VolumeRule): Position | undefined {
  let longest = 0;
  for (const angle of angles) longest = Math.max(longest, Math.abs(angle));
  const allowed = rule.cost(position.logDeterminants) + ROUNDING * rule.rows;
  let share = Math.min(1, LARGEST_TANGENT / longest);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const next = turnedBy(position, angles, share);
    if (rule.cost(next.logDeterminants) <= allowed) return next;
    share /= 4;
  }
  return undefined;
}

/** A copy, with each plane turned by a share of its angle. */
function turnedBy(position: Position, angles: Float64Array, share: number): Position {
  const turned = copyOf(position.turned);
  const { dimension: d, scatters } = turned;
  const before = position.turned.scatters;
  for (let q = 0; q < d; q++) {
    for (let p = 0; p < q; p++) {
      const tangent = share * angles[q * d + p]!;
      const c = 1 / Math.sqrt(1 + tangent * tangent);
      turnPlane(turned, { p, q, c, s: tangent * c });
    }
  }
  const logDeterminants = position.logDeterminants.map(
    (logarithm, k) => logarithm + logDiagonal(scatters[k]!, d) - logDiagonal(before[k]!, d),
  );
  return { turned, logDeterminants };
}

/** A component that has nothing but rounding along one of the axes. @returns its index, or -1 */
function flatComponent(
  scatters: readonly Float64Array[],
  { scatters: turned, axes, dimension: d }: TurnedScatters,
): number {
  const vectors = transposed(axes, d);
  return scatters.findIndex((scatter, k) => {
    for (let j = 0; j < d; j++) {
      if (!(turned[k]![j * d + j]! > roundingAlong(scatter, vectors, j))) return true;
    }
    return false;
  });
}
