import { exp, log } from '@gaussmix/kernels';
import { commonAxes } from '../orientation/common-axes.ts';
import type { VolumeRule } from '../orientation/volume-rule.ts';
import { factorOfAxes } from '../shape/factor-of-axes.ts';
import { volumeShares } from '../shape/volume-shares.ts';
import type { ComponentMoments, CovarianceStructure } from '../structure.ts';

/**
 * The axes of all components are the same and so are the volumes, shapes their own (EVE).
 *
 *   Sigma_k = lambda D B_k D^T / |B_k|^(1/d),   B_k = diag(D^T S_k D),   lambda = sum_k |B_k|^(1/d) / n,
 *   D minimizes lambda
 *
 * Celeux & Govaert (1995), model lambda D A_k D^T; Browne & McNicholas (2014).
 */
export const EVE: CovarianceStructure = {
  name: 'EVE',
  moments: 'full',
  closedUnder: 'rotation',

  estimate(moments, previous) {
    const { dimension: d, counts } = moments;
    const { vectors, spreads, logDeterminants } = commonAxes(moments, equalVolumes(moments), previous);
    const shares = volumeShares(
      logDeterminants.map((logarithm) => logarithm / d),
      counts,
    );
    return spreads.map((spread, k) => {
      const deviations = spread.map((sum) => Math.sqrt(sum * shares[k]!));
      return { form: 'dense', dimension: d, factor: factorOfAxes(vectors, deviations) };
    });
  },

  parameterCount: (components, d) => 1 + components * (d - 1) + (d * (d - 1)) / 2,
};

/** F(h) = n d ln sum_k exp(h_k / d). */
function equalVolumes({ dimension: d, counts }: ComponentMoments): VolumeRule {
  return {
    rows: counts.reduce((sum, count) => sum + count, 0),
    cost(logDeterminants) {
      const largest = largestOf(logDeterminants);
      let total = 0;
      for (let k = 0; k < logDeterminants.length; k++) total += exp((logDeterminants[k]! - largest) / d);
      return this.rows * (largest + d * log(total));
    },
    weightsInto(out, logDeterminants) {
      const largest = largestOf(logDeterminants);
      let total = 0;
      for (let k = 0; k < out.length; k++) {
        out[k] = exp((logDeterminants[k]! - largest) / d);
        total += out[k]!;
      }
      for (let k = 0; k < out.length; k++) out[k] = (this.rows * out[k]!) / total;
    },
    coupling: 1 / d,
  };
}

function largestOf(numbers: Float64Array): number {
  let largest = -Infinity;
  for (let k = 0; k < numbers.length; k++) largest = Math.max(largest, numbers[k]!);
  return largest;
}
