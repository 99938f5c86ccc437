import { multiplyInto } from './multiply-into.ts';
import type { TurnedScatters } from './turned-scatters.ts';
import type { VolumeRule } from './volume-rule.ts';

/** A turn of all planes at once, as a skew matrix V: column p of D moves by sum_q V_qp of column q. */
export interface Turn {
  readonly angles: Float64Array;
  /** What the quadratic model gains, in nats. */
  readonly gain: number;
}

/** What Newton's equation is made of, at one position of the axes. */
interface Model {
  readonly turned: TurnedScatters;
  readonly coupling: number;
  /** w_k, and their sum n. */
  readonly weights: Float64Array;
  readonly rows: number;
  /** 1 / T_kjj, K x d. */
  readonly inverses: Float64Array;
  /** sum_k w_k (W_k T_k + T_k W_k), W_k = diag(inverses of k). */
  readonly pooled: Float64Array;
  /** The slope, as a skew matrix. */
  readonly slope: Float64Array;
  /** The curvature of each plane by itself, kept above zero; symmetric. */
  readonly curvatures: Float64Array;
  /** Room for K products, and one more. */
  readonly products: readonly Float64Array[];
  readonly gradient: Float64Array;
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
 * @returns undefined where the cost is not convex
 *
 * O(K d^3) for each step of conjugate gradients, which are few. Absil, Mahony & Sepulchre (2008), chapter 7.
 */
export function newtonTurn(
  turned: TurnedScatters,
  logDeterminants: Float64Array,
  rule: VolumeRule,
): Turn | undefined {
  const model = modelAt(turned, logDeterminants, rule);
  const { slope, curvatures, rows } = model;
  const size = slope.length;
  const angles = new Float64Array(size);
  const residual = slope.map((entry) => -entry);
  const direction = residual.map((entry, at) => entry / curvatures[at]!);
  let worth = dot(residual, direction);
  const enough = Math.max(worth * Math.min(1e-2, worth / rows), NOTHING * rows);
  const image = new Float64Array(size);
  for (let step = 0; step < size && worth > enough; step++) {
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
  return { angles, gain: -dot(slope, angles) / 4 };
}

function modelAt(turned: TurnedScatters, logDeterminants: Float64Array, rule: VolumeRule): Model {
  const { dimension: d, scatters } = turned;
  const K = scatters.length;
  const weights = new Float64Array(K);
  rule.weightsInto(weights, logDeterminants);
  const inverses = new Float64Array(K * d);
  for (let k = 0; k < K; k++) {
    for (let j = 0; j < d; j++) inverses[k * d + j] = 1 / scatters[k]![j * d + j]!;
  }
  const { coupling, rows } = rule;
  const room = (): Float64Array => new Float64Array(d * d);
  const model = {
    turned,
    coupling,
    weights,
    rows,
    inverses,
    pooled: room(),
    slope: room(),
    curvatures: room(),
    products: scatters.map(room),
    gradient: room(),
  };
  for (let p = 0; p < d; p++) for (let q = 0; q <= p; q++) fillPlane(model, p, q);
  return model;
}

function fillPlane(
  { turned, coupling, weights, rows, inverses, pooled, slope, curvatures }: Model,
  p: number,
  q: number,
): void {
  const { dimension: d, scatters } = turned;
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
  const { turned, pooled, products, gradient } = model;
  const d = turned.dimension;
  multiplyInto(gradient, v, pooled);
  for (let at = 0; at < gradient.length; at++) gradient[at] = -gradient[at]!;
  let mean = 0;
  for (let k = 0; k < products.length; k++) {
    multiplyInto(products[k]!, turned.scatters[k]!, v);
    mean += (model.weights[k]! * growthOf(model, k)) / model.rows;
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
function growthOf({ turned, products, inverses }: Model, k: number): number {
  const d = turned.dimension;
  let growth = 0;
  for (let j = 0; j < d; j++) growth += 2 * products[k]![j * d + j]! * inverses[k * d + j]!;
  return growth;
}

/** @param growth  how much more h_k grows than the others on average */
function addComponent(
  { turned, products, gradient, weights, inverses, coupling }: Model,
  k: number,
  growth: number,
): void {
  const d = turned.dimension;
  const image = products[k]!;
  const scatter = turned.scatters[k]!;
  for (let j = 0; j < d; j++) {
    const inverse = inverses[k * d + j]!;
    const direct = 2 * weights[k]! * inverse;
    const along = direct * (coupling * growth - 2 * image[j * d + j]! * inverse);
    // T_k is symmetric, so its row j is its column j.
    for (let i = 0; i < d; i++) {
      gradient[i * d + j] = gradient[i * d + j]! + direct * image[i * d + j]! + along * scatter[j * d + i]!;
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
