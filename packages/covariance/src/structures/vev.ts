import { factorOfAxes } from '../shape/factor-of-axes.ts';
import { shareAxes } from '../shape/share-axes.ts';
import { spectrumOf } from '../shape/spectrum-of.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * One shape for all components, each of its own volume and turned its own way (VEV).
 *
 *   Sigma_k = lambda_k D_k A D_k^T,   S_k = D_k Omega_k D_k^T, eigenvalues in descending order,
 *   A = sum_k Omega_k / lambda_k / n,   lambda_k = trace(Omega_k A^-1) / (d N_k)
 *
 * Celeux & Govaert (1995), model lambda_k D_k A D_k^T.
 */
export const VEV: CovarianceStructure = {
  name: 'VEV',
  moments: 'full',
  closedUnder: 'rotation',

  estimate({ dimension, counts, scatters }, previous) {
    const spectra = scatters.map((scatter, k) => spectrumOf(scatter, dimension, k));
    const alongAxes = { dimension, counts, scatters: spectra.map(({ values }) => values) };
    return shareAxes(alongAxes, previous).map((variances, k) => {
      if (!variances.every((variance) => variance > 0 && variance < Infinity)) {
        throw new SingularCovarianceError(k);
      }
      const factor = factorOfAxes(spectra[k]!.vectors, variances.map(Math.sqrt));
      return { form: 'dense', dimension, factor };
    });
  },

  parameterCount: (components, d) => components + d - 1 + (components * (d * (d - 1))) / 2,
};
