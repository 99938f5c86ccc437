import { choleskyInto } from '@gaussmix/linalg';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * Each component has a covariance of its own, of any volume, shape and orientation (VVV).
 *
 *   Sigma_k = S_k / N_k
 *
 * Celeux & Govaert (1995), model lambda_k D_k A_k D_k^T.
 */
export const full: CovarianceStructure = {
  name: 'full',
  moments: 'full',
  closedUnder: 'affine',

  estimate({ dimension: d, counts, scatters }) {
    return scatters.map((scatter, k) => {
      const factor = scatter.map((sum) => sum / counts[k]!);
      if (choleskyInto(factor, factor, d) >= 0) throw new SingularCovarianceError(k);
      return { form: 'dense', dimension: d, factor };
    });
  },

  parameterCount: (components, d) => (components * d * (d + 1)) / 2,
};
