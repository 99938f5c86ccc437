import { exp } from '@gaussmix/kernels';
import { SingularCovarianceError } from '../singular-covariance-error.ts';

/**
 * What brings scatters of unlike volume to the most likely volume that components can share.
 *
 *   lambda / |S_k|^(1/d),   lambda = sum_l |S_l|^(1/d) / n
 *
 * @param logVolumes  ln |S_k|^(1/d) of K scatters
 * @param counts  N_k
 * @returns K factors: S_k times its own has volume lambda
 * @throws SingularCovarianceError naming a component that has no volume
 *
 * Ratios are taken of logarithms, so that no determinant leaves the doubles.
 */
export function volumeShares(logVolumes: Float64Array, counts: Float64Array): Float64Array {
  const flat = logVolumes.findIndex((volume) => !(volume > -Infinity && volume < Infinity));
  if (flat >= 0) throw new SingularCovarianceError(flat);
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return logVolumes.map((own) => {
    let share = 0;
    for (const other of logVolumes) share += exp(other - own) / rows;
    return share;
  });
}
