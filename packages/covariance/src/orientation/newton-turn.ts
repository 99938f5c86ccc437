import { multiplyInto } from './multiply-into.ts';
import type { Position } from './position.ts';
import type { VolumeRule } from './volume-rule.ts';

/** Room for Newton's equation and for what it is made of, at one position of the axes. */
export interface NewtonRoom {
  /** A turn of all planes at once, as a skew matrix V: column p of D moves by sum_q V_qp of column q. */
  readonly angles: Float64Array;
  /** w_k. */
  readonly weights: Float64Array;
  /** 1 / T_kjj, K x d. */
  readonly inverses: Float64Array;
  /** sum_k w_k (W_k T_k + T_k W_k), W_k = diag(inverses of k). */
  readonly pooled: Float64Array;
  /** sum_k w_k / T_kjj: what it costs to move axis j; d numbers. */
  readonly stiffness: Float64Array;
  /** The slope, as a skew matrix. */
  readonly slope: Float64Array;
  /** The curvature of each plane by itself, kept above zero; symmetric. */
  readonly curvatures: Float64Array;
  /** What conjugate gradients need: d x d each. */
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly image: Float64Array;
  readonly gradient: Float64Array;
  /** T_k V. */
  readonly products: readonly Float64Array[];
  /** d factors of columns, two times. */
  readonly direct: Float64Array;
  readonly along: Float64Array;
  /** What a rotation needs that the angles are made into: d x d, and d. */
  readonly rotation: Float64Array;
  readonly half: Float64Array;
}

/** What stays the same while Newton's equation is solved. */
interface Model extends NewtonRoom {
  readonly position: Position;
  readonly rule: VolumeRule;
}

/** Room for K components in d dimensions, in one piece of memory. */
export function createNewtonRoom(K: number, d: number): NewtonRoom {
  const memory = new Float64Array((9 + K) * d * d + K + (K + 4) * d);
  let used = 0;
  const take = (length: number): Float64Array => {
    used += length;
    return memory.subarray(used - length, used);
  };
  const matrix = (): Float64Array => take(d * d);
  return {
    ...{ angles: matrix(), pooled: matrix(), slope: matrix(), curvatures: matrix() },
    ...{ residual: matrix(), direction: matrix(), image: matrix(), gradient: matrix() },
    products: Array.from({ length: K }, matrix),
    ...{ weights: take(K), inverses: take(K * d), direct: take(d), along: take(d) },
    ...{ stiffness: take(d), rotation: matrix(), half: take(d) },
  };
}

/** A residual that is worth less per row turns no axis by more than rounding. */
const NOTHING = 1e-22;

/** Planes in which all components are round have no curvature; this much per row stands for it. */
const LEAST_CURVATURE = 1e-9;

/**
 * Newton's step for the common axes: H V = -slope by conjugate gradients, preconditioned by the curvatures of the single
 * planes, until it is exact enough for the steps to converge quadratically. With D exp(V), to second order,
 *
 *   T_k -> T_k + (T_k V + V^T T_k) + (V^T T_k V + (T_k V V + V^T V^T T_k) / 2)
 *
 * @param room  receives the turn, as `angles`, and the `stiffness` of the axes; all entries of T_k's diagonals are above zero
 * @returns what the quadratic model gains by it, in nats; undefined where the cost is not convex
 *
 * O(K d^3) for each step of conjugate gradients, which are few. Absil, Mahony & Sepulchre (2008), chapter 7.
 */
export function newtonTurn(position: Position, rule: VolumeRule, room: NewtonRoom): number | undefined {
  const model: Model = { ...room, position, rule };
  readModel(model);
  const { angles, residual, direction, image, slope, curvatures } = room;
  const size = slope.length;
  const planes = (position.dimension * (position.dimension - 1)) / 2;
  angles.fill(0);
  for (let at = 0; at < size; at++) {
    residual[at] = -slope[at]!;
    direction[at] = residual[at]! / curvatures[at]!;
  }
  let worth = dot(residual, direction);
  const enough = Math.max(worth * Math.min(1e-2, worth / rule.rows), NOTHING * rule.rows);
  for (let step = 0; step < planes && worth > enough; step++) {
    curvatureInto(image, model, direction);
    const bend = dot(direction, image);
    if (!(bend > 0)) {
      if (step === 0) return undefined;
      break;
    }
    const length = worth / bend;
    for (let at = 0; at < size; at++) {
      angles[at] = angles[at]! + length * direction[at]!;
      residual[at] = residual[at]! - length * image[at]!;
    }
    const before = worth;
    worth = 0;
    for (let at = 0; at < size; at++) worth += (residual[at]! * residual[at]!) / curvatures[at]!;
    const keep = worth / before;
    for (let at = 0; at < size; at++) {
      direction[at] = residual[at]! / curvatures[at]! + keep * direction[at]!;
    }
  }
  // Each plane stands in a skew matrix twice, and the quadratic model gains half of what the slope promises.
  return -dot(slope, angles) / 4;
}

function readModel(model: Model): void {
  const { position, rule, weights, inverses, stiffness } = model;
  const { dimension: d, scatters } = position;
  rule.weightsInto(weights, position.logDeterminants);
  stiffness.fill(0);
  for (let k = 0; k < scatters.length; k++) {
    for (let j = 0; j < d; j++) {
      const inverse = 1 / scatters[k]![j * d + j]!;
      inverses[k * d + j] = inverse;
      stiffness[j] = stiffness[j]! + weights[k]! * inverse;
    }
  }
  for (let p = 0; p < d; p++) for (let q = 0; q <= p; q++) readPlane(model, p, q);
}

function readPlane(model: Model, p: number, q: number): void {
  const { position, rule, weights, inverses, pooled, slope, curvatures } = model;
  const { dimension: d, scatters } = position;
  const { coupling, rows } = rule;
  let sum = 0;
  let steepness = 0;
  let squares = 0;
  let curvature = 0;
  for (let k = 0; k < scatters.length; k++) {
    const scatter = scatters[k]!;
    const weight = weights[k]!;
    const between = scatter[p * d + q]!;
    const atP = inverses[k * d + p]!;
    const atQ = inverses[k * d + q]!;
    sum += weight * between * (atP + atQ);
    const change = 2 * between * (atQ - atP);
    steepness += weight * change;
    squares += weight * change * change;
    const difference = scatter[p * d + p]! - scatter[q * d + q]!;
    curvature +=
      weight *
      (2 * (difference * atP) * (difference * atQ) - 4 * between * between * (atP * atP + atQ * atQ));
  }
  curvature += coupling * (squares - (steepness * steepness) / rows);
  pooled[p * d + q] = pooled[q * d + p] = sum;
  // V_pq with p > q is the angle of the plane (q, p).
  slope[p * d + q] = steepness;
  slope[q * d + p] = -steepness;
  curvatures[p * d + q] = curvatures[q * d + p] = Math.max(Math.abs(curvature), LEAST_CURVATURE * rows);
}

/** H V, for a skew V, as a skew matrix. */
function curvatureInto(out: Float64Array, model: Model, v: Float64Array): void {
  const { position, rule, pooled, products, gradient } = model;
  const d = position.dimension;
  multiplyInto(gradient, v, pooled);
  for (let at = 0; at < gradient.length; at++) gradient[at] = -gradient[at]!;
  let mean = 0;
  for (let k = 0; k < products.length; k++) {
    multiplyInto(products[k]!, position.scatters[k]!, v);
    mean += (model.weights[k]! * growthOf(model, k)) / rule.rows;
  }
  for (let k = 0; k < products.length; k++) addComponent(model, k, growthOf(model, k) - mean);
  for (let p = 0; p < d; p++) {
    for (let q = 0; q < p; q++) {
      const entry = gradient[p * d + q]! - gradient[q * d + p]!;
      out[p * d + q] = entry;
      out[q * d + p] = -entry;
    }
  }
}

/** How much h_k grows: 2 sum_j (T_k V)_jj / T_kjj. */
function growthOf({ position, products, inverses }: Model, k: number): number {
  const d = position.dimension;
  let growth = 0;
  for (let j = 0; j < d; j++) growth += 2 * products[k]![j * d + j]! * inverses[k * d + j]!;
  return growth;
}

/** @param growth  how much more h_k grows than the others on average */
function addComponent(model: Model, k: number, growth: number): void {
  const { gradient, direct, along } = model;
  const d = model.position.dimension;
  const image = model.products[k]!;
  const scatter = model.position.scatters[k]!;
  for (let j = 0; j < d; j++) {
    const inverse = model.inverses[k * d + j]!;
    direct[j] = 2 * model.weights[k]! * inverse;
    along[j] = direct[j]! * (model.rule.coupling * growth - 2 * image[j * d + j]! * inverse);
  }
  for (let row = 0; row < d * d; row += d) {
    for (let j = 0; j < d; j++) {
      gradient[row + j] = gradient[row + j]! + direct[j]! * image[row + j]! + along[j]! * scatter[row + j]!;
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
