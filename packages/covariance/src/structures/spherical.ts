import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * Each component has one variance for all columns (VII).
 *
 *   Sigma_k = trace(S_k) / (d N_k) I
 *
 * Celeux & Govaert (1995), model lambda_k I.
 */
export const spherical: CovarianceStructure = {
  name: 'spherical',
  moments: 'diagonal',
  closedUnder: 'rotation',

  estimate({ dimension: d, counts, scatters }) {
    return scatters.map((scatter, k) => {
      const trace = scatter.reduce((sum, entry) => sum + entry, 0);
      const variance = trace / counts[k]! / d;
      if (!(variance > 0 && variance < Infinity)) throw new SingularCovarianceError(k);
      return { form: 'identity', dimension: d, variance };
    });
  },

  parameterCount: (components) => components,
};
