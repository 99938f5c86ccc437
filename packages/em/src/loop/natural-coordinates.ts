import { type Covariance, deviationsOf, toDense, toFactor } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { invertLower, multiplyByTranspose, multiplyLowers, solveLowerInto } from '@gaussmix/linalg';

const ROOT_HALF = Math.sqrt(0.5);

/**
 * Coordinates of mixtures near a reference one: the moments n w_k, n w_k (mu - mu_k), n w_k (Sigma + ...) that a mixture
 * stands for, whitened by the covariance that these have under the reference. Half a squared distance is the likelihood
 * of complete data that lies between two mixtures, in nats, and the M-step of moments is linear in them.
 *
 *   N / r,   N a / r,   N (L^-1 Sigma L^-T + a a^T - I) / (r sqrt 2),   a = L^-1 (mu - mu_k),  r = sqrt(n w_k)
 *
 * In these coordinates the derivative of EM's map is symmetric, with eigenvalues below 1 near a maximum.
 *
 * @param rows  n
 * @returns a function from mixtures to vectors, K equal parts long, one for each component
 *
 * Dempster, Laird & Rubin (1977), section 3; Amari (1998).
 */
export function naturalCoordinates(reference: Mixture, rows: number): (mixture: Mixture) => Float64Array {
  const { dimension: d, covariances: wholes } = reference;
  const metrics = wholes.map((covariance, k) =>
    k > 0 && covariance === wholes[k - 1] ? undefined : metricOf(covariance, d),
  );
  const shift = new Float64Array(d);
  return ({ weights, offsets, covariances }) => {
    let metric = metrics[0]!;
    let relative: Float64Array = new Float64Array(0);
    const length = 1 + d + (metric.diagonal ? d : (d * (d + 1)) / 2);
    const vector = new Float64Array(weights.length * length);
    let at = 0;
    for (const [k, weight] of weights.entries()) {
      const own = metrics[k];
      metric = own ?? metric;
      // A shared covariance is looked at once.
      if (own || covariances[k] !== covariances[k - 1]) relative = metric.relate(covariances[k]!);
      const count = (rows * weight) / Math.sqrt(rows * reference.weights[k]!);
      for (let j = 0; j < d; j++) shift[j] = offsets[k]![j]! - reference.offsets[k]![j]!;
      metric.whiten(shift);
      vector[at++] = count;
      for (let j = 0; j < d; j++) vector[at++] = count * shift[j]!;
      // The lower triangle, what is off the diagonal times sqrt 2 for the half that is left out.
      for (let i = 0; i < d; i++) {
        for (let j = metric.diagonal ? i : 0; j <= i; j++) {
          const whole = relative[metric.diagonal ? i : i * d + j]! + shift[i]! * shift[j]!;
          vector[at++] = j < i ? count * whole : count * (whole - 1) * ROOT_HALF;
        }
      }
    }
    return vector;
  };
}

/** How one component's covariance measures others. */
interface Metric {
  /** Whether only the diagonal of a covariance counts. */
  readonly diagonal: boolean;
  /** L^-1 Sigma L^-T, d x d row-major, or its diagonal. */
  relate(covariance: Covariance): Float64Array;
  whiten(shift: Float64Array): void;
}

function metricOf(reference: Covariance, d: number): Metric {
  const deviations = deviationsOf(reference);
  return deviations ? diagonalMetric(deviations) : triangularMetric(toFactor(reference), d);
}

function diagonalMetric(deviations: Float64Array): Metric {
  const d = deviations.length;
  return {
    diagonal: true,
    relate(covariance) {
      const dense = toDense(covariance);
      return deviations.map((deviation, j) => dense[j * d + j]! / (deviation * deviation));
    },
    whiten(shift) {
      for (let j = 0; j < d; j++) shift[j] = shift[j]! / deviations[j]!;
    },
  };
}

function triangularMetric(factor: Float64Array, d: number): Metric {
  const inverse = invertLower(factor, d);
  return {
    diagonal: false,
    relate: (covariance) => multiplyByTranspose(multiplyLowers(inverse, toFactor(covariance), d), d),
    whiten: (shift) => solveLowerInto(shift, factor, shift),
  };
}
