import { choleskyInto } from '@gaussmix/linalg';
import type { Covariance } from '../covariance.ts';
import { SingularCovarianceError } from '../singular-covariance-error.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * All components share one covariance of any shape (EEE).
 *
 *   Sigma = sum_k S_k / n
 *
 * Celeux & Govaert (1995), model lambda D A D^T.
 */
export const tied: CovarianceStructure = {
  name: 'tied',
  moments: 'pooled',
  closedUnder: 'affine',

  estimate({ dimension: d, counts, scatters }) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const factor = scatters[0]!.map((sum) => sum / total);
    if (choleskyInto(factor, factor, d) >= 0) throw new SingularCovarianceError(undefined);
    const shared: Covariance = { form: 'dense', dimension: d, factor };
    return Array.from(counts, () => shared);
  },

  parameterCount: (_components, d) => (d * (d + 1)) / 2,
};
