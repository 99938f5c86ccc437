import { type Covariance, logDeterminant, toDense } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { choleskyInto, symmetricEigen } from '@gaussmix/linalg';

/** Two over pi: the squared mean of |y|, y standard normal. */
const HALF_NORMAL = 0.6366197723675814;

/** A component, as it is put into a mixture. */
interface Component {
  readonly weight: number;
  readonly offset: Float64Array;
  readonly covariance: Covariance;
}

/**
 * A mixture with one component more: one is cut through its mean, across its longest axis v, and each half gets the
 * moments that it has. Covariances are of any form, not of a family.
 *
 *   w / 2,   mu +- v sqrt(2 lambda / pi),   Sigma - 2 lambda / pi v v^T
 *
 * @param k  the component to cut; its halves come last
 * @returns undefined where the halves are thinner than rounding
 */
export function splitComponent(mixture: Mixture, k: number): Mixture | undefined {
  const { dimension: d, weights, offsets, covariances } = mixture;
  const whole = toDense(covariances[k]!);
  const { values, vectors } = symmetricEigen(whole, d);
  const length = Math.sqrt(HALF_NORMAL * values[0]!);
  const step = offsets[k]!.map((_, j) => length * vectors[j * d]!);
  const half = whole.map((entry, at) => entry - step[Math.floor(at / d)]! * step[at % d]!);
  const covariance = denseUnlessSingular(half, d);
  if (covariance === undefined) return undefined;
  const halves = [1, -1].map((sign) => ({
    weight: weights[k]! / 2,
    offset: offsets[k]!.map((value, j) => value + sign * step[j]!),
    covariance,
  }));
  return replaced(mixture, [k], halves);
}

/**
 * Mixtures with two components given way to one that has their moments, and comes last.
 *
 *   w = w_a + w_b,   Sigma = p Sigma_a + q Sigma_b + p q (mu_a - mu_b)(mu_a - mu_b)^T,   p = w_a / w,  q = w_b / w
 *
 * @returns one for each pair, unless they lie too far apart to make one; first the one that costs least, w ln |Sigma| - w_a ln |Sigma_a| - w_b ln |Sigma_b|
 *
 * Runnalls (2007).
 */
export function cheapestMerges(mixture: Mixture): Mixture[] {
  const { weights, covariances } = mixture;
  const spreads = covariances.map((covariance, k) => weights[k]! * logDeterminant(covariance));
  const merges: {
    readonly cost: number;
    readonly of: readonly [number, number];
    readonly into: Component;
  }[] = [];
  for (let a = 1; a < weights.length; a++) {
    for (let b = 0; b < a; b++) {
      const into = merged(mixture, a, b);
      if (into === undefined) continue;
      const cost = into.weight * logDeterminant(into.covariance) - spreads[a]! - spreads[b]!;
      merges.push({ cost, of: [a, b], into });
    }
  }
  return merges.sort((p, q) => p.cost - q.cost).map(({ of, into }) => replaced(mixture, of, [into]));
}

/** @returns undefined where they lie so far apart that, but for rounding, the whole is a line */
function merged(mixture: Mixture, a: number, b: number): Component | undefined {
  const { dimension: d, weights, offsets, covariances } = mixture;
  const weight = weights[a]! + weights[b]!;
  const p = weights[a]! / weight;
  const q = weights[b]! / weight;
  const [first, second] = [toDense(covariances[a]!), toDense(covariances[b]!)];
  const apart = offsets[a]!.map((value, j) => value - offsets[b]![j]!);
  const whole = first.map(
    (entry, at) => p * entry + q * second[at]! + p * q * (apart[Math.floor(at / d)]! * apart[at % d]!),
  );
  const covariance = denseUnlessSingular(whole, d);
  const offset = offsets[b]!.map((value, j) => value + p * apart[j]!);
  return covariance && { weight, offset, covariance };
}

function denseUnlessSingular(matrix: Float64Array, d: number): Covariance | undefined {
  const factor = new Float64Array(d * d);
  return choleskyInto(factor, matrix, d) < 0 ? { form: 'dense', dimension: d, factor } : undefined;
}

/** A mixture with some components taken out and others put in behind the rest. */
function replaced(mixture: Mixture, out: readonly number[], put: readonly Component[]): Mixture {
  const { origin } = mixture;
  const keep = <T>(values: ArrayLike<T>): T[] => Array.from(values).filter((_, k) => !out.includes(k));
  const offsets = [...keep(mixture.offsets), ...put.map(({ offset }) => offset)];
  return {
    ...mixture,
    weights: Float64Array.of(...keep(mixture.weights), ...put.map(({ weight }) => weight)),
    offsets,
    means: offsets.map((offset) => offset.map((value, j) => origin[j]! + value)),
    covariances: [...keep(mixture.covariances), ...put.map(({ covariance }) => covariance)],
  };
}
