import { commonAxes } from '../orientation/common-axes.ts';
import type { VolumeRule } from '../orientation/volume-rule.ts';
import { factorOfAxes } from '../shape/factor-of-axes.ts';
import type { CovarianceStructure } from '../structure.ts';

/**
 * The axes of all components are the same, volumes and shapes their own (VVE): common principal components.
 *
 *   Sigma_k = D diag(D^T S_k D) D^T / N_k,   D minimizes sum_k N_k ln |diag(D^T S_k D)|
 *
 * Celeux & Govaert (1995), model lambda_k D A_k D^T; Flury (1984).
 */
export const VVE: CovarianceStructure = {
  name: 'VVE',
  moments: 'full',
  closedUnder: 'rotation',

  estimate(moments, previous) {
    const { dimension, counts } = moments;
    const { vectors, spreads } = commonAxes(moments, ownVolumes(counts), previous);
    return spreads.map((spread, k) => {
      const deviations = spread.map((sum) => Math.sqrt(sum / counts[k]!));
      return { form: 'dense', dimension, factor: factorOfAxes(vectors, deviations) };
    });
  },

  parameterCount: (components, d) => components * d + (d * (d - 1)) / 2,
};

/** F(h) = sum_k N_k h_k. */
function ownVolumes(counts: Float64Array): VolumeRule {
  return {
    rows: counts.reduce((sum, count) => sum + count, 0),
    cost(logDeterminants) {
      let sum = 0;
      for (let k = 0; k < counts.length; k++) sum += counts[k]! * logDeterminants[k]!;
      return sum;
    },
    weightsInto: (out) => out.set(counts),
    coupling: 0,
  };
}
