import { type Covariance, deviationsOf, toDense, toFactor } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { invertLower, solveLowerInto } from '@gaussmix/linalg';

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
    const components = weights.length;
    let metric = metrics[0]!;
    const length = 1 + d + metric.length;
    const vector = new Float64Array(components * length);
    for (let k = 0; k < components; k++) {
      const own = metrics[k];
      metric = own ?? metric;
      // A shared covariance is looked at once.
      if (own || covariances[k] !== covariances[k - 1]) metric.relate(covariances[k]!);
      const count = (rows * weights[k]!) / Math.sqrt(rows * reference.weights[k]!);
      for (let j = 0; j < d; j++) shift[j] = offsets[k]![j]! - reference.offsets[k]![j]!;
      metric.whiten(shift);
      const at = k * length;
      vector[at] = count;
      for (let j = 0; j < d; j++) vector[at + 1 + j] = count * shift[j]!;
      metric.writeScatter(vector, at + 1 + d, { shift, count });
    }
    return vector;
  };
}

/** A step of a component's mean, whitened, and its count. */
interface Step {
  readonly shift: Float64Array;
  readonly count: number;
}

/** How one component's covariance measures others, in room of its own. */
interface Metric {
  /** Numbers of a scatter. */
  readonly length: number;
  /** Looks at a covariance: L^-1 Sigma L^-T. */
  relate(covariance: Covariance): void;
  whiten(shift: Float64Array): void;
  /** Writes the scatter of the covariance that was looked at last. */
  writeScatter(out: Float64Array, at: number, step: Step): void;
}

function metricOf(reference: Covariance, d: number): Metric {
  const deviations = deviationsOf(reference);
  return deviations ? diagonalMetric(deviations) : triangularMetric(toFactor(reference), d);
}

function diagonalMetric(deviations: Float64Array): Metric {
  const d = deviations.length;
  const relative = new Float64Array(d);
  return {
    length: d,
    relate(covariance) {
      const dense = toDense(covariance);
      for (let j = 0; j < d; j++) relative[j] = dense[j * d + j]! / (deviations[j]! * deviations[j]!);
    },
    whiten(shift) {
      for (let j = 0; j < d; j++) shift[j] = shift[j]! / deviations[j]!;
    },
    writeScatter(out, at, { shift, count }) {
      for (let i = 0; i < d; i++) {
        out[at + i] = count * (relative[i]! + shift[i]! * shift[i]! - 1) * ROOT_HALF;
      }
    },
  };
}

function triangularMetric(factor: Float64Array, d: number): Metric {
  const inverse = invertLower(factor, d);
  /** L^-1 times the factor of the covariance looked at, and that times its transpose, packed by rows. */
  const related = new Float64Array(d * d);
  const relative = new Float64Array((d * (d + 1)) / 2);
  return {
    length: (d * (d + 1)) / 2,
    relate(covariance) {
      const own = toFactor(covariance);
      related.fill(0);
      for (let i = 0; i < d; i++) {
        for (let k = 0; k <= i; k++) {
          const entry = inverse[i * d + k]!;
          for (let j = 0; j <= k; j++) related[i * d + j] = related[i * d + j]! + entry * own[k * d + j]!;
        }
      }
      let at = 0;
      for (let i = 0; i < d; i++) {
        for (let j = 0; j <= i; j++) {
          let sum = 0;
          for (let k = 0; k <= j; k++) sum += related[i * d + k]! * related[j * d + k]!;
          relative[at++] = sum;
        }
      }
    },
    whiten: (shift) => solveLowerInto(shift, factor, shift),
    // The lower triangle, what is off the diagonal times sqrt 2 for the half that is left out.
    writeScatter(out, at, { shift, count }) {
      let entry = 0;
      for (let i = 0; i < d; i++) {
        for (let j = 0; j <= i; j++) {
          const whole = relative[entry]! + shift[i]! * shift[j]!;
          out[at + entry++] = j < i ? count * whole : count * (whole - 1) * ROOT_HALF;
        }
      }
    },
  };
}
