import type { SymmetricEigen } from '@gaussmix/linalg';
import { factorOfAxes } from '../shape/factor-of-axes.ts';
import { spectrumOf } from '../shape/spectrum-of.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * One volume and one shape for all components, each turned its own way (EEV).
 *
 *   Sigma_k = D_k (sum_l Omega_l / n) D_k^T,   S_k = D_k Omega_k D_k^T, eigenvalues in descending order
 *
 * Celeux & Govaert (1995), model lambda D_k A D_k^T.
 */
export const EEV: CovarianceStructure = {
  name: 'EEV',
  moments: 'full',
  closedUnder: 'rotation',

  estimate({ dimension: d, counts, scatters }) {
    const rows = counts.reduce((sum, count) => sum + count, 0);
    const spectra = scatters.map((scatter, k) => spectrumOf(scatter, d, k));
    const deviations = sharedDeviations(spectra, rows);
    return spectra.map(({ vectors }) => ({
      form: 'dense',
      dimension: d,
      factor: factorOfAxes(vectors, deviations),
    }));
  },

  parameterCount: (components, d) => d + (components * (d * (d - 1))) / 2,
};

/** The standard deviations along the axes of every component. */
function sharedDeviations(spectra: readonly SymmetricEigen[], rows: number): Float64Array {
  const deviations = new Float64Array(spectra[0]!.values.length);
  for (const { values } of spectra) {
    for (let j = 0; j < deviations.length; j++) deviations[j] = deviations[j]! + values[j]! / rows;
  }
  for (let j = 0; j < deviations.length; j++) {
    if (!(deviations[j]! > 0 && deviations[j]! < Infinity)) throw new SingularCovarianceError(undefined);
    deviations[j] = Math.sqrt(deviations[j]!);
  }
  return deviations;
}
