import { log } from '@gaussmix/kernels';
import { volumeShares } from '../shape/volume-shares.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * Along the columns, with one volume for all components and shapes of their own (EVI).
 *
 *   Sigma_k = lambda diag(S_k) / |diag(S_k)|^(1/d),   lambda = sum_k |diag(S_k)|^(1/d) / n
 *
 * Celeux & Govaert (1995), model lambda B_k.
 */
export const EVI: CovarianceStructure = {
  name: 'EVI',
  moments: 'diagonal',
  closedUnder: 'scaling',

  estimate({ dimension: d, counts, scatters }) {
    const logVolumes = Float64Array.from(scatters, (scatter) => {
      let sum = 0;
      for (const entry of scatter) sum += log(entry);
      return sum / d;
    });
    const shares = volumeShares(logVolumes, counts);
    return scatters.map((scatter, k) => {
      const variances = scatter.map((sum) => sum * shares[k]!);
      if (!variances.every((variance) => variance > 0 && variance < Infinity)) {
        throw new SingularCovarianceError(k);
      }
      return { form: 'diagonal', variances };
    });
  },

  parameterCount: (components, d) => 1 + components * (d - 1),
};
