import { log } from '@gaussmix/kernels';
import { type Position, turnPlane } from './position.ts';
import type { VolumeRule } from './volume-rule.ts';

/** An area that is smaller than this share of what it was made of is rounding. */
const ROUNDING = 1e-14;

/** A turn that gains less, as a share of the rows, is not worth its rounding. */
const LEAST_GAIN = 1e-15;

/**
 * Turns each plane of two axes once, to the best of a few angles: those at which one of the components has its own axes
 * in that plane, and the one that Newton's method finds from where it is. A plane's cost has a minimum near each of
 * the first, so that this looks beyond the nearest.
 *
 * @param plane  room for the planes
 * @returns how much lower the cost is
 *
 * O(K d^3 + K^2 d^2). After Flury & Gautschi (1986), who turn planes to the minimum of a bound.
 */
export function pairSweep(position: Position, rule: VolumeRule, plane: Plane): number {
  const { dimension: d, logDeterminants } = position;
  const before = rule.cost(logDeterminants);
  for (let p = 0; p < d; p++) {
    for (let q = p + 1; q < d; q++) {
      readPlane(plane, position, p * d + q);
      const tangent = bestTangent(plane, logDeterminants, rule);
      if (tangent === 0) continue;
      const c = 1 / Math.sqrt(1 + tangent * tangent);
      turnPlane(position, { p, q, c, s: tangent * c });
      logDeterminants.set(plane.best);
    }
  }
  return before - rule.cost(logDeterminants);
}

/** The 2 x 2 blocks of all components in one plane. */
export interface Plane {
  /** K entries T_pp, T_qq and T_pq. */
  readonly pp: Float64Array;
  readonly qq: Float64Array;
  readonly pq: Float64Array;
  /** Weights of the components. */
  readonly weights: Float64Array;
  /** h_k at the angle that is tried, and at the best. */
  readonly tried: Float64Array;
  readonly best: Float64Array;
}

/** Room for a plane of K components. */
export function createPlane(K: number): Plane {
  const room = (): Float64Array => new Float64Array(K);
  return { pp: room(), qq: room(), pq: room(), weights: room(), tried: room(), best: room() };
}

function readPlane({ pp, qq, pq }: Plane, { dimension: d, scatters }: Position, at: number): void {
  const p = Math.floor(at / d);
  const q = at % d;
  for (let k = 0; k < scatters.length; k++) {
    const scatter = scatters[k]!;
    pp[k] = scatter[p * d + p]!;
    qq[k] = scatter[q * d + q]!;
    pq[k] = scatter[at]!;
  }
}

/** @returns the tangent of the best angle; h_k there are in plane.best. 0 when none gains anything */
function bestTangent(plane: Plane, logDeterminants: Float64Array, rule: VolumeRule): number {
  const { pp, qq, pq, tried, best, weights } = plane;
  rule.weightsInto(weights, logDeterminants);
  let lowest = rule.cost(logDeterminants) - LEAST_GAIN * rule.rows;
  let chosen = 0;
  // First Newton's, then that at which T_pq of component k becomes zero: the smaller of the two.
  for (let k = -1; k < pp.length; k++) {
    const tangent = k < 0 ? newtonTangent(plane, rule) : ownTangent(pp[k]! - qq[k]!, 2 * pq[k]!);
    if (!turnedInto(tried, plane, { tangent, logDeterminants })) continue;
    const cost = rule.cost(tried);
    if (!(cost < lowest)) continue;
    lowest = cost;
    chosen = tangent;
    best.set(tried);
  }
  return chosen;
}

/** tan(angle) from cos and sin of twice the angle, up to their length and sign. */
function ownTangent(x: number, y: number): number {
  const length = Math.sqrt(x * x + y * y);
  return length > 0 ? (x < 0 ? -y : y) / (Math.abs(x) + length) : 0;
}

/** h_k after a turn: only two entries of each diagonal change. @returns false when one would be lost in rounding */
function turnedInto(
  out: Float64Array,
  { pp, qq, pq }: Plane,
  { tangent, logDeterminants }: { readonly tangent: number; readonly logDeterminants: Float64Array },
): boolean {
  const cosine = 1 / (1 + tangent * tangent);
  for (let k = 0; k < out.length; k++) {
    const cross = 2 * tangent * pq[k]!;
    const along = cosine * (pp[k]! + cross + tangent * tangent * qq[k]!);
    const across = cosine * (qq[k]! - cross + tangent * tangent * pp[k]!);
    const share = (along / pp[k]!) * (across / qq[k]!);
    if (!(share > ROUNDING && along > 0)) return false;
    out[k] = logDeterminants[k]! + log(share);
  }
  return true;
}

/** Newton's step for the angle of one plane, no longer than an eighth of a turn; 0 where the cost is not convex. */
function newtonTangent({ pp, qq, pq, weights }: Plane, { coupling, rows }: VolumeRule): number {
  let slope = 0;
  let curvature = 0;
  let squares = 0;
  for (let k = 0; k < pp.length; k++) {
    const p = 1 / pp[k]!;
    const q = 1 / qq[k]!;
    const between = pq[k]!;
    const change = 2 * between * (p - q);
    const difference = pp[k]! - qq[k]!;
    slope += weights[k]! * change;
    squares += weights[k]! * change * change;
    curvature +=
      weights[k]! * (2 * (difference * p) * (difference * q) - 4 * between * between * (p * p + q * q));
  }
  curvature += coupling * (squares - (slope * slope) / rows);
  if (!(curvature > 0)) return 0;
  return Math.max(-0.5, Math.min(0.5, -slope / curvature));
}
