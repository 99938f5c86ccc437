import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * All components share one variance along each column (EEI).
 *
 *   Sigma = diag(sum_k S_k) / n
 *
 * Celeux & Govaert (1995), model lambda B.
 */
export const EEI: CovarianceStructure = {
  name: 'EEI',
  moments: 'diagonal',
  closedUnder: 'scaling',

  estimate({ dimension: d, counts, scatters }) {
    const rows = counts.reduce((sum, count) => sum + count, 0);
    const variances = new Float64Array(d);
    for (const scatter of scatters) {
      for (let j = 0; j < d; j++) variances[j] = variances[j]! + scatter[j]! / rows;
    }
    if (!variances.every((variance) => variance > 0 && variance < Infinity)) {
      throw new SingularCovarianceError(undefined);
    }
    const shared = { form: 'diagonal', variances } as const;
    return Array.from(counts, () => shared);
  },

  parameterCount: (_components, d) => d,
};
