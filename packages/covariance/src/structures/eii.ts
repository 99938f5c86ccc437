import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * One variance for all columns and components (EII).
 *
 *   Sigma = sum_k trace(S_k) / (n d) I
 *
 * Celeux & Govaert (1995), model lambda I.
 */
export const EII: CovarianceStructure = {
  name: 'EII',
  moments: 'diagonal',
  closedUnder: 'rotation',

  estimate({ dimension: d, counts, scatters }) {
    const rows = counts.reduce((sum, count) => sum + count, 0);
    let variance = 0;
    for (const scatter of scatters) for (const entry of scatter) variance += entry / rows / d;
    if (!(variance > 0 && variance < Infinity)) throw new SingularCovarianceError(undefined);
    const shared = { form: 'identity', dimension: d, variance } as const;
    return Array.from(counts, () => shared);
  },

  parameterCount: () => 1,
};
