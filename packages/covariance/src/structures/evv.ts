import { log } from '@gaussmix/kernels';
import { choleskyInto } from '@gaussmix/linalg';
import { volumeShares } from '../shape/volume-shares.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * One volume for all components; shapes and orientations of their own (EVV).
 *
 *   Sigma_k = lambda S_k / |S_k|^(1/d),   lambda = sum_k |S_k|^(1/d) / n
 *
 * Celeux & Govaert (1995), model lambda D_k A_k D_k^T.
 */
export const EVV: CovarianceStructure = {
  name: 'EVV',
  moments: 'full',
  closedUnder: 'affine',

  estimate({ dimension: d, counts, scatters }) {
    const factors = scatters.map((scatter, k) => {
      const factor = new Float64Array(d * d);
      if (choleskyInto(factor, scatter, d) >= 0) throw new SingularCovarianceError(k);
      return factor;
    });
    const logVolumes = Float64Array.from(factors, (factor) => {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += log(factor[j * d + j]!);
      return (2 * sum) / d;
    });
    const shares = volumeShares(logVolumes, counts);
    return factors.map((factor, k) => {
      const scale = Math.sqrt(shares[k]!);
      return { form: 'dense', dimension: d, factor: factor.map((entry) => scale * entry) };
    });
  },

  parameterCount: (components, d) => 1 + components * ((d * (d + 1)) / 2 - 1),
};
