import { toFactor } from '@gaussmix/covariance';
import type { Mixture } from '@gaussmix/distributions';
import { invertLower } from '@gaussmix/linalg';
import type { MStepSettings } from '../loop/maximize.ts';
import type { Sums } from '../moments.ts';
import { type CovarianceMoves, movesInFamily } from './covariance-moves.ts';

/** The gradient of the log-likelihood of a row, on average, in free parameters. */
export interface Gradient {
  /** Of K logits a_k, w = softmax(a); zeros where weights stay. */
  readonly logits: Float64Array;
  /** Of K means, d numbers each. */
  readonly means: readonly Float64Array[];
  /** Of K covariances as moves X_k, as far as they stay in the family. */
  readonly covariances: CovarianceMoves;
  /** |gradient|^2: what a short step along it gains, over the step. */
  readonly slope: number;
}

/**
 * The gradient from the moments of an E-step, for by Fisher's identity it is that of the expected complete log-likelihood:
 *
 *   dl/da_k = N_k / n - w_k,   dl/dmu_k = Sigma_k^-1 s_k / n,   dl/dX_k = (L_k^-1 S_k L_k^-T - N_k I) / 2n
 *
 * with Sigma_k = L_k e^(X_k) L_k^T at X_k = 0, which is ln sigma^2 in one dimension, and <X, Y> = tr(X Y).
 *
 * @param moments  about the means of the mixture, full or diagonal as the covariances are
 *
 * Fisher's identity: Dempster, Laird & Rubin (1977), discussion by B. Efron; Xu & Jordan (1996), Neural Computation 8, 129-151.
 */
export function gradientOf(moments: Sums, mixture: Mixture, settings: MStepSettings): Gradient {
  const { dimension: d, weights, covariances } = mixture;
  const { counts, deviations, scatters } = moments;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const inverses = covariances.map((covariance) => invertLower(toFactor(covariance), d));
  const logits = counts.map((count, k) => (settings.weights === 'free' ? count / rows - weights[k]! : 0));
  const means = deviations.map((sums, k) => {
    const whitened = times(inverses[k]!, sums, d);
    const slope = new Float64Array(d);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j <= i; j++) slope[j]! += (inverses[k]![i * d + j]! * whitened[i]!) / rows;
    }
    return slope;
  });
  const free = scatters.map((scatter, k) => {
    const square = whitenedSquare(inverses[k]!, scatter, d);
    for (let j = 0; j < d; j++) square[j * d + j]! -= counts[k]!;
    return square.map((entry) => entry / (2 * rows));
  });
  const kept = movesInFamily(covariances, free, settings.structure);
  const slope =
    dot(logits, logits) +
    means.reduce((sum, mean) => sum + dot(mean, mean), 0) +
    kept.reduce((sum, move, k) => sum + dot(move, free[k]!), 0);
  return { logits, means, covariances: kept, slope };
}

/** W S W^T, d x d, of a scatter that is full or a diagonal; of a diagonal comes the diagonal. */
function whitenedSquare(inverse: Float64Array, scatter: Float64Array, d: number): Float64Array {
  const square = new Float64Array(d * d);
  if (scatter.length === d) {
    for (let j = 0; j < d; j++) {
      const scale = inverse[j * d + j]!;
      square[j * d + j] = scatter[j]! * scale * scale;
    }
    return square;
  }
  const columns = Array.from({ length: d }, (_, j) =>
    times(inverse, scatter.subarray(j * d, (j + 1) * d), d),
  );
  for (let i = 0; i < d; i++) {
    const row = times(
      inverse,
      Float64Array.from(columns, (column) => column[i]!),
      d,
    );
    for (let j = 0; j <= i; j++) {
      square[i * d + j] = row[j]!;
      square[j * d + i] = row[j]!;
    }
  }
  return square;
}

function times(lower: Float64Array, vector: ArrayLike<number>, d: number): Float64Array {
  return Float64Array.from({ length: d }, (_, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += lower[i * d + j]! * vector[j]!;
    return sum;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, entry, e) => sum + entry * b[e]!, 0);
}
