import { log } from '@gaussmix/kernels';
import { type TurnedScatters, turnPlane } from './turned-scatters.ts';
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
 * @param logDeterminants  h_k; kept up to date
 * @returns how much lower the cost is
 *
 * O(K d^3 + K^2 d^2). After Flury & Gautschi (1986), who turn planes to the minimum of a bound.
 */
export function pairSweep(turned: TurnedScatters, logDeterminants: Float64Array, rule: VolumeRule): number {
  const { dimension: d } = turned;
  const before = rule.cost(logDeterminants);
  const plane = createPlane(turned.scatters.length);
  for (let p = 0; p < d; p++) {
    for (let q = p + 1; q < d; q++) {
      readPlane(plane, turned, p * d + q);
      const angle = bestAngle(plane, logDeterminants, rule);
      if (!angle) continue;
      const c = angle.cos;
      turnPlane(turned, { p, q, c, s: angle.sin });
      logDeterminants.set(angle.logDeterminants);
    }
  }
  return before - rule.cost(logDeterminants);
}

/** The 2 x 2 blocks of all components in one plane. */
interface Plane {
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

function createPlane(K: number): Plane {
  const room = (): Float64Array => new Float64Array(K);
  return { pp: room(), qq: room(), pq: room(), weights: room(), tried: room(), best: room() };
}

function readPlane({ pp, qq, pq }: Plane, { dimension: d, scatters }: TurnedScatters, at: number): void {
  const p = Math.floor(at / d);
  const q = at % d;
  for (let k = 0; k < scatters.length; k++) {
    const scatter = scatters[k]!;
    pp[k] = scatter[p * d + p]!;
    qq[k] = scatter[q * d + q]!;
    pq[k] = scatter[at]!;
  }
}

interface Angle {
  readonly cos: number;
  readonly sin: number;
  readonly logDeterminants: Float64Array;
}

function bestAngle(plane: Plane, logDeterminants: Float64Array, rule: VolumeRule): Angle | undefined {
  const { pp, qq, pq, tried, best, weights } = plane;
  rule.weightsInto(weights, logDeterminants);
  let lowest = rule.cost(logDeterminants) - LEAST_GAIN * rule.rows;
  let cos = 1;
  let sin = 0;
  const offer = (c: number, s: number): void => {
    if (!areasInto(tried, plane, { c, s, logDeterminants })) return;
    const cost = rule.cost(tried);
    if (!(cost < lowest)) return;
    lowest = cost;
    cos = c;
    sin = s;
    best.set(tried);
  };
  const tangent = newtonTangent(plane, rule);
  const newtonCos = 1 / Math.sqrt(1 + tangent * tangent);
  offer(newtonCos, tangent * newtonCos);
  for (let k = 0; k < pp.length; k++) {
    // cos and sin of twice the angle at which T_pq of component k becomes zero.
    const x = (pp[k]! - qq[k]!) / 2;
    const y = x < 0 ? -pq[k]! : pq[k]!;
    const length = Math.sqrt(x * x + y * y);
    if (!(length > 0)) continue;
    const c = Math.sqrt((1 + Math.abs(x) / length) / 2);
    offer(c, y / length / (2 * c));
  }
  return sin === 0 ? undefined : { cos, sin, logDeterminants: best };
}

/** h_k after a turn: only two entries of each diagonal change. @returns false when one would be lost in rounding */
function areasInto(
  out: Float64Array,
  { pp, qq, pq }: Plane,
  {
    c,
    s,
    logDeterminants,
  }: { readonly c: number; readonly s: number; readonly logDeterminants: Float64Array },
): boolean {
  for (let k = 0; k < out.length; k++) {
    const along = c * c * pp[k]! + 2 * c * s * pq[k]! + s * s * qq[k]!;
    const across = c * c * qq[k]! - 2 * c * s * pq[k]! + s * s * pp[k]!;
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
