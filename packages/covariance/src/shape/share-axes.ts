import { exp, log } from '@gaussmix/kernels';
import type { Covariance } from '../covariance.ts';
import type { ComponentMoments } from '../structure.ts';
import { type Balance, balanceVolumes } from './balance-volumes.ts';
import { blame } from './blame.ts';
import { normalizedScatters, volumesAt } from './normalized-scatters.ts';

interface DiagonalBalance extends Balance {
  /** The diagonal of M. */
  readonly shape: Float64Array;
}

/**
 * The most likely variances lambda_k a_j of components that share their shape along given axes.
 *
 *   a = sum_k s_k / lambda_k / n,   lambda_k = sum_j s_kj / a_j / (d N_k)
 *
 * @param moments  with the scatters along the axes, s_k: K diagonals of d
 * @param previous  the covariances of the pass before, of which the volumes are taken
 * @returns K times d variances
 * @throws SingularCovarianceError
 *
 * O(K^2 d + K^3) a step. Celeux & Govaert (1995), models lambda_k B and lambda_k D_k A D_k^T.
 */
export function shareAxes(moments: ComponentMoments, previous?: readonly Covariance[]): Float64Array[] {
  const { dimension, counts } = moments;
  const { scatters, sizes, start } = normalizedScatters(moments, previous);
  const weigh = (logWeights: Float64Array): DiagonalBalance | undefined => weighed(scatters, logWeights);
  const balanced = balanceVolumes({ dimension, counts, start, weigh });
  if (!balanced) throw blame(counts.length, (k) => scatters[k]!.some((entry) => !(entry > 0)));
  const { logWeights, balance } = balanced;
  const volumes = volumesAt(logWeights, sizes, counts);
  return Array.from(volumes, (volume) => balance.shape.map((entry) => volume * entry));
}

function weighed(scatters: readonly Float64Array[], logWeights: Float64Array): DiagonalBalance | undefined {
  const K = scatters.length;
  const d = scatters[0]!.length;
  const weights = logWeights.map(exp);
  const shape = new Float64Array(d);
  for (let k = 0; k < K; k++) {
    for (let j = 0; j < d; j++) shape[j] = shape[j]! + weights[k]! * scatters[k]![j]!;
  }
  const shares = new Float64Array(K);
  const overlaps = new Float64Array(K * K);
  let logDeterminant = 0;
  for (let j = 0; j < d; j++) {
    if (!(shape[j]! > 0 && shape[j]! < Infinity)) return undefined;
    logDeterminant += log(shape[j]!);
    for (let k = 0; k < K; k++) {
      const share = (weights[k]! * scatters[k]![j]!) / shape[j]!;
      shares[k] = shares[k]! + share;
      for (let m = 0; m <= k; m++) {
        const product = share * ((weights[m]! * scatters[m]![j]!) / shape[j]!);
        overlaps[k * K + m] = overlaps[k * K + m]! + product;
        if (m < k) overlaps[m * K + k] = overlaps[k * K + m]!;
      }
    }
  }
  return { logDeterminant, shares, overlaps, shape };
}
