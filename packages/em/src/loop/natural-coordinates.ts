import { type Covariance, deviationsOf, toDense, toFactor, whitenRowsInto } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { invertLower, multiplyByTranspose, multiplyLowers } from '@gaussmix/linalg';

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
  const scatters = reference.covariances.map(relativeTo);
  return ({ weights, offsets, covariances }) => {
    const parts: number[] = [];
    let scatter: Float64Array | undefined;
    for (const [k, weight] of weights.entries()) {
      const count = (rows * weight) / Math.sqrt(rows * reference.weights[k]!);
      const shift = offsets[k]!.map((value, j) => value - reference.offsets[k]![j]!);
      whitenRowsInto(shift, shift, reference.covariances[k]!);
      // A shared covariance is looked at once.
      const again = k > 0 && covariances[k] === covariances[k - 1];
      if (!again || reference.covariances[k] !== reference.covariances[k - 1])
        scatter = scatters[k]!(covariances[k]!);
      parts.push(count, ...shift.map((value) => count * value));
      pushScatter(parts, scatter!, { shift, count });
    }
    return new Float64Array(parts);
  };
}

/** L^-1 Sigma L^-T for the reference's L: d x d, or its diagonal where L is diagonal. */
function relativeTo(reference: Covariance): (covariance: Covariance) => Float64Array {
  const deviations = deviationsOf(reference);
  if (deviations) {
    return (covariance) => {
      const dense = toDense(covariance);
      const variances = deviations.map((_, j) => dense[j * deviations.length + j]!);
      return variances.map((variance, j) => variance / (deviations[j]! * deviations[j]!));
    };
  }
  const factor = toFactor(reference);
  const d = Math.round(Math.sqrt(factor.length));
  const inverse = invertLower(factor, d);
  return (covariance) => multiplyByTranspose(multiplyLowers(inverse, toFactor(covariance), d), d);
}

/** The lower triangle, what is off the diagonal times sqrt 2 for the half that is left out. */
function pushScatter(
  parts: number[],
  scatter: Float64Array,
  { shift, count }: { shift: Float64Array; count: number },
): void {
  const d = shift.length;
  const diagonal = scatter.length === d;
  for (let i = 0; i < d; i++) {
    for (let j = diagonal ? i : 0; j < i; j++) {
      parts.push(count * (scatter[i * d + j]! + shift[i]! * shift[j]!));
    }
    const square = scatter[diagonal ? i : i * d + i]! + shift[i]! * shift[i]! - 1;
    parts.push(count * square * ROOT_HALF);
  }
}
