import { log } from '@gaussmix/kernels';
import { choleskyInto, solveLowerInto } from '@gaussmix/linalg';

/** One shape made of all components at given volumes, and how much each component is of it. */
export interface Balance {
  /** ln |M|. */
  readonly logDeterminant: number;
  /** tr P_k: K numbers, which sum to d. */
  readonly shares: Float64Array;
  /** tr P_k P_l: K x K. */
  readonly overlaps: Float64Array;
}

/** Scatters to be balanced. */
export interface VolumeProblem<B extends Balance> {
  readonly dimension: number;
  /** N_k. */
  readonly counts: Float64Array;
  /** l_k = -ln lambda_k to start from. */
  readonly start: Float64Array;
  /** The shape at l, or undefined when it is not positive definite. */
  readonly weigh: (logWeights: Float64Array) => B | undefined;
}

/** The volumes that fit the counts, and the shape at them. */
export interface Balanced<B extends Balance> {
  /** F, nats per row. */
  readonly value: number;
  /** l_k. */
  readonly logWeights: Float64Array;
  readonly balance: B;
}

/** Where Newton's method ends: from a step worth this much per row the next one is worth about its square. */
const NEGLIGIBLE = 1e-13;

/** No volume changes by more than a factor of e^2 in one step; beyond, the quadratic model says nothing. */
const LONGEST_STEP = 2;

/** Far from the optimum steps have the longest length, so this is from one end of the doubles to the other. */
const MOST_STEPS = 400;

/**
 * The most likely volumes of components that share a shape: the minimum of
 *
 *   F(l) = ln |M| - d sum_k N_k l_k / n,   M = sum_k e^(l_k) S_k,   l_k = -ln lambda_k
 *
 * which is convex, with P_k = e^(l_k) M^(-1/2) S_k M^(-1/2):
 *
 *   dF/dl_k = tr P_k - d N_k / n,   d2F/dl_k dl_m = [k = m] tr P_k - tr P_k P_m
 *
 * Newton's method; where a step would not descend, the alternating one of Celeux & Govaert (1995), section 4,
 * which always does: lambda_k = tr(S_k M^-1) n / (d N_k).
 *
 * @returns l and the shape there; undefined when there is no minimum, for the likelihood is unbounded
 */
export function balanceVolumes<B extends Balance>(problem: VolumeProblem<B>): Balanced<B> | undefined {
  const { dimension: d, counts, start, weigh } = problem;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const wanted = counts.map((count) => (d * count) / rows);
  const at = (logWeights: Float64Array): Balanced<B> | undefined => {
    const balance = weigh(logWeights);
    if (!balance) return undefined;
    let value = balance.logDeterminant;
    for (let k = 0; k < wanted.length; k++) value -= wanted[k]! * logWeights[k]!;
    return { value, logWeights, balance };
  };
  let best = at(start);
  for (let steps = 0; best && steps < MOST_STEPS; steps++) {
    const { value, logWeights, balance }: Balanced<B> = best;
    const newton = newtonStep(balance, wanted, d);
    const tried = newton && at(logWeights.map((weight, k) => weight + newton.step[k]!));
    if (tried && tried.value <= value + NEGLIGIBLE) best = tried;
    else best = at(logWeights.map((weight, k) => weight + log(wanted[k]! / balance.shares[k]!)));
    if (newton && newton.gain <= NEGLIGIBLE) return best;
  }
  return undefined;
}

/** The step -H^-1 g, no longer than allowed, and what the quadratic model gains by it; undefined where H is singular. */
function newtonStep(
  { shares, overlaps }: Balance,
  wanted: Float64Array,
  d: number,
): { readonly step: Float64Array; readonly gain: number } | undefined {
  const K = shares.length;
  // Volumes have a common factor that M takes up; in that direction F is flat, and the added d / K^2 holds it still.
  const curvature = overlaps.map(
    (overlap, at) => (at % (K + 1) === 0 ? shares[at % K]! : 0) - overlap + d / K / K,
  );
  if (choleskyInto(curvature, curvature, K) >= 0) return undefined;
  const step = wanted.map((share, k) => share - shares[k]!);
  solveLowerInto(step, curvature, step);
  let gain = 0;
  for (const entry of step) gain += (entry * entry) / 2;
  solveUpperInto(step, curvature);
  let longest = 0;
  for (const entry of step) longest = Math.max(longest, Math.abs(entry));
  const scale = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
  return { step: scale < 1 ? step.map((entry) => scale * entry) : step, gain };
}

/** Solves L^T x = b in place, by back substitution. */
function solveUpperInto(x: Float64Array, lower: Float64Array): void {
  const d = x.length;
  for (let i = d - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let j = i + 1; j < d; j++) sum -= lower[j * d + i]! * x[j]!;
    x[i] = sum / lower[i * d + i]!;
  }
}
