import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * Each component has a variance of its own along each column (VVI).
 *
 *   Sigma_k = diag(S_k) / N_k
 *
 * Celeux & Govaert (1995), model lambda_k B_k.
 */
export const diag: CovarianceStructure = {
  name: 'diag',
  moments: 'diagonal',
  closedUnder: 'scaling',

  estimate({ counts, scatters }) {
    return scatters.map((scatter, k) => {
      const variances = scatter.map((sum) => sum / counts[k]!);
      if (!variances.every((variance) => variance > 0 && variance < Infinity))
        throw new SingularCovarianceError(k);
      return { form: 'diagonal', variances };
    });
  },

  parameterCount: (components, d) => components * d,
};
