import { exp, log } from '@gaussmix/kernels';
import { choleskyInto, invertLower } from '@gaussmix/linalg';
import { type Balance, balanceVolumes } from '../shape/balance-volumes.ts';
import { blame } from '../shape/blame.ts';
import { normalizedScatters, volumesAt } from '../shape/normalized-scatters.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * One shape and orientation for all components, volumes of their own (VEE).
 *
 *   Sigma_k = lambda_k C,   C = sum_k S_k / lambda_k / n,   lambda_k = trace(S_k C^-1) / (d N_k)
 *
 * Celeux & Govaert (1995), model lambda_k D A D^T.
 */
export const VEE: CovarianceStructure = {
  name: 'VEE',
  moments: 'full',
  closedUnder: 'affine',

  estimate(moments, previous) {
    const { dimension: d, counts } = moments;
    const { scatters, sizes, start } = normalizedScatters(moments, previous);
    const weigh = (logWeights: Float64Array): DenseBalance | undefined => weighed(scatters, logWeights, d);
    const balanced = balanceVolumes({ dimension: d, counts, start, weigh });
    if (!balanced) {
      throw blame(counts.length, (k) => choleskyInto(new Float64Array(d * d), scatters[k]!, d) >= 0);
    }
    const { logWeights, balance } = balanced;
    return Array.from(volumesAt(logWeights, sizes, counts), (volume, k) => {
      const scale = Math.sqrt(volume);
      const factor = balance.factor.map((entry) => scale * entry);
      for (let j = 0; j < d; j++) {
        if (!(factor[j * d + j]! > 0 && factor[j * d + j]! < Infinity)) throw new SingularCovarianceError(k);
      }
      return { form: 'dense', dimension: d, factor };
    });
  },

  parameterCount: (components, d) => components + (d * (d + 1)) / 2 - 1,
};

interface DenseBalance extends Balance {
  /** The lower Cholesky factor of M. */
  readonly factor: Float64Array;
}

function weighed(
  scatters: readonly Float64Array[],
  logWeights: Float64Array,
  d: number,
): DenseBalance | undefined {
  const K = scatters.length;
  const weights = logWeights.map(exp);
  const factor = new Float64Array(d * d);
  for (let k = 0; k < K; k++) {
    for (let at = 0; at < d * d; at++) factor[at] = factor[at]! + weights[k]! * scatters[k]![at]!;
  }
  if (choleskyInto(factor, factor, d) >= 0) return undefined;
  let logDeterminant = 0;
  for (let j = 0; j < d; j++) logDeterminant += 2 * log(factor[j * d + j]!);
  const whitener = invertLower(factor, d);
  const parts = scatters.map((scatter, k) => whitened(scatter, whitener, { d, weight: weights[k]! }));
  const shares = new Float64Array(K);
  const overlaps = new Float64Array(K * K);
  for (let k = 0; k < K; k++) {
    const part = parts[k]!;
    for (let j = 0; j < d; j++) shares[k] = shares[k]! + part[j * d + j]!;
    for (let m = 0; m <= k; m++) {
      let overlap = 0;
      for (let i = 0; i < d; i++) {
        const row = i * d;
        for (let j = 0; j < i; j++) overlap += 2 * part[row + j]! * parts[m]![row + j]!;
        overlap += part[row + i]! * parts[m]![row + i]!;
      }
      overlaps[k * K + m] = overlaps[m * K + k] = overlap;
    }
  }
  return { logDeterminant, shares, overlaps, factor };
}

/** weight W S W^T for a lower triangular W. @returns its lower triangle, d x d row-major */
function whitened(
  scatter: Float64Array,
  whitener: Float64Array,
  { d, weight }: { readonly d: number; readonly weight: number },
): Float64Array {
  const result = new Float64Array(d * d);
  const half = new Float64Array(d);
  for (let i = 0; i < d; i++) {
    half.fill(0);
    for (let k = 0; k <= i; k++) {
      const entry = weight * whitener[i * d + k]!;
      for (let j = 0; j <= i; j++) half[j] = half[j]! + entry * scatter[k * d + j]!;
    }
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += half[k]! * whitener[j * d + k]!;
      result[i * d + j] = sum;
    }
  }
  return result;
}
