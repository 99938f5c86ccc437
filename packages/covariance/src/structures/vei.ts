import { shareAxes } from '../shape/share-axes.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * Along the columns, with one shape for all components and volumes of their own (VEI).
 *
 *   Sigma_k = lambda_k B,   B = sum_k diag(S_k) / lambda_k / n,   lambda_k = trace(S_k B^-1) / (d N_k)
 *
 * Celeux & Govaert (1995), model lambda_k B.
 */
export const VEI: CovarianceStructure = {
  name: 'VEI',
  moments: 'diagonal',
  closedUnder: 'scaling',

  estimate(moments, previous) {
    return shareAxes(moments, previous).map((variances, k) => {
      if (!variances.every((variance) => variance > 0 && variance < Infinity)) {
        throw new SingularCovarianceError(k);
      }
      return { form: 'diagonal', variances };
    });
  },

  parameterCount: (components, d) => components + d - 1,
};
